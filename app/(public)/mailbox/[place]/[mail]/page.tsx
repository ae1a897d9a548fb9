import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoMailbox } from "../../demo-mailbox";
import { withMessages } from "@/components/frame/with-messages";

type Props = {
  params: Promise<{ place: string; mail: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.mailbox"))("demoTitle") };
}

async function DemoMailPage({ params, searchParams }: Props) {
  const [{ place, mail }, search] = await Promise.all([params, searchParams]);
  return <DemoMailbox search={search} open={{ place, mailId: mail }} />;
}

export default withMessages("(public)/mailbox/[place]/[mail]/page", DemoMailPage);
