import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailboxView } from "../mailbox-view";
import { withMessages } from "@/components/frame/with-messages";
import type { WorkspaceProps } from "@/lib/entry/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.mailbox"))("title") };
}

async function MailPage({ params, searchParams }: WorkspaceProps<{ mail: string }>) {
  const [{ organisation, mail }, search] = await Promise.all([params, searchParams]);
  return <MailboxView organisation={organisation} search={search} mailId={mail} />;
}

export default withMessages("(workspace)/[organisation]/mailbox/[mail]/page", MailPage);
