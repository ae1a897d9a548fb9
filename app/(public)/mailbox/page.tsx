import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoMailbox } from "./demo-mailbox";
import { withMessages } from "@/components/frame/with-messages";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.mailbox"))("demoTitle") };
}

async function DemoMailboxPage({ searchParams }: Props) {
  return <DemoMailbox search={await searchParams} open={null} />;
}

export default withMessages("(public)/mailbox/page", DemoMailboxPage);
