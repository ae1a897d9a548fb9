import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailboxView } from "./mailbox-view";
import { withMessages } from "@/components/frame/with-messages";
import type { WorkspaceProps } from "@/lib/entry/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.mailbox"))("title") };
}

async function MailboxPage({ params, searchParams }: WorkspaceProps) {
  const [{ organisation }, search] = await Promise.all([params, searchParams]);
  return <MailboxView organisation={organisation} search={search} mailId={null} />;
}

export default withMessages("(workspace)/[organisation]/mailbox/page", MailboxPage);
