import { notFound } from "next/navigation";
import { z } from "zod";
import { withMessages } from "@/components/frame/with-messages";
import { MessageThread } from "@/components/messages/message-thread";
import { PromiseLine } from "@/components/programmes/promise-line";
import { promiseTo } from "@/lib/programmes/queries/promise";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { messageThread } from "@/lib/messages/queries";
import { markRead, send } from "../../../messages/actions";
import { programmeOfPage } from "../programme-of-page";

/** What executive and consultant write to each other: the newest, or with `?before=` those before a moment. */
async function ThreadPage({ params, searchParams }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const before = z.iso.datetime().safeParse((await searchParams).before).data;
  const { programme, sees, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.messages) notFound();
  const { thread, promise } = await readPage(organisation, async ({ ask }) => ({
    thread: await ask(messageThread, { programmeId: id, before }),
    promise: programme.mine ? await ask(promiseTo, { id }) : null,
  }));
  const here = `/${organisation}/programmes/${id}/messages`;
  const oldest = thread.messages[0]?.sentAt;
  return (
    <>
      {promise ? <PromiseLine promise={promise} timeZone={timeZone} /> : null}
      <MessageThread
        organisation={organisation}
        programmeId={id}
        other={programme.mine ? programme.consultant.name : programme.executive.name}
        messages={thread.messages}
        olderHref={thread.more && oldest ? `${here}?before=${oldest.toISOString()}` : null}
        newestHref={before ? here : null}
        timeZone={timeZone}
        send={send}
        markRead={markRead}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/messages/page", ThreadPage);
