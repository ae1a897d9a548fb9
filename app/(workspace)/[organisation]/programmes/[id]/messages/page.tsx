import { notFound } from "next/navigation";
import { MessageThread } from "@/components/messages/message-thread";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { messageThread } from "@/lib/messages/queries";
import { markRead, send } from "../../../messages/actions";
import { programmeOfPage } from "../programme-of-page";

/** What executive and consultant write to each other. */
export default async function ThreadPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme, sees, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.messages) notFound();
  const thread = await readPage(organisation, ({ ask }) => ask(messageThread, { programmeId: id }));
  return (
    <MessageThread
      organisation={organisation}
      programmeId={id}
      other={programme.mine ? programme.consultant.name : programme.executive.name}
      messages={thread.messages}
      more={thread.more}
      timeZone={timeZone}
      send={send}
      markRead={markRead}
    />
  );
}
