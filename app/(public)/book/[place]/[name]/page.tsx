import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingView, type BookingViewProps } from "../../booking-view";
import { withMessages } from "@/components/frame/with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking"))("browserTitle") };
}

interface Props {
  params: Promise<{ place: string; name: string }>;
  searchParams: Promise<BookingViewProps["search"]>;
}

/** A booking page at an address that can be said aloud. */
async function OpenBookingPage({ params, searchParams }: Props) {
  return <BookingView at={await params} search={await searchParams} />;
}

export default withMessages("(public)/book/[place]/[name]/page", OpenBookingPage);
