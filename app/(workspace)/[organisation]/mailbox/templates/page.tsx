import { redirect } from "next/navigation";
import { templateKeys } from "@/lib/mail/templates/registry";
import type { WorkspaceProps } from "@/lib/entry/page";

export default async function TemplatesPage({ params }: WorkspaceProps) {
  redirect(`/${(await params).organisation}/mailbox/templates/${templateKeys[0]}`);
}
