import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingView, secretly, type BookingViewProps } from "../booking-view";
import { withMessages } from "@/components/frame/with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { ...secretly, title: (await getTranslations("booking"))("browserTitle") };
}

interface Props {
  params: Promise<{ place: string }>;
  searchParams: Promise<BookingViewProps["search"]>;
}

/** A booking page at a secret address. */
async function SecretBookingPage({ params, searchParams }: Props) {
  return <BookingView at={await params} search={await searchParams} />;
}

export default withMessages("(public)/book/[place]/page", SecretBookingPage);
