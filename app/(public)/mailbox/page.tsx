import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoMailbox } from "./demo-mailbox";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.mailbox"))("demoTitle") };
}

export default async function DemoMailboxPage({ searchParams }: Props) {
  return <DemoMailbox search={await searchParams} open={null} />;
}
