import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Person } from "@/components/ui/person";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { messageInbox } from "@/lib/messages/queries";
import { ownProgrammes } from "@/lib/programmes/queries/homes";
import { may, scopesOf } from "@/lib/platform/actor";

export async function generateMetadata() {
  const t = await getTranslations("messages");
  return { title: t("title") };
}

/** Who wrote last, unread first seen. An executive has one thread and is led to it. */
export default async function MessagesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("messages");
  const { threads, own, timeZone } = await readPage(organisation, async ({ ask, actor }) => ({
    threads: await ask(messageInbox, {}),
    own:
      may(actor, "programmes:read") && !scopesOf(actor, "messages:read").has("caseload")
        ? await ask(ownProgrammes, {})
        : [],
    timeZone: actor.timeZone,
  }));
  if (own[0]) redirect(`/${organisation}/programmes/${own[0].id}/messages`);
  const unread = threads.reduce((sum, thread) => sum + thread.unread, 0);
  return (
    <>
      <PageHead title={t("title")} lede={t.rich("ledeUnread", { unread, b: (words) => <b>{words}</b> })} />
      <Card className="max-w-4xl">
        {threads.length === 0 ? (
          <Empty icon="message-square" title={t("empty.title")}>
            {t("empty.text")}
          </Empty>
        ) : (
          <Rows>
            {threads.map((thread) => (
              <Row key={thread.programmeId} className="flex items-center gap-4">
                <Person
                  className="min-w-0 flex-1"
                  name={thread.other}
                  href={`/${organisation}/programmes/${thread.programmeId}/messages`}
                  sub={
                    <span className={thread.unread > 0 ? "font-semibold text-foreground" : undefined}>
                      {thread.lastMine ? t("you", { text: thread.last }) : thread.last}
                    </span>
                  }
                />
                <span className="grid flex-none justify-items-end gap-1 text-sm text-muted-foreground">
                  <Moment value={thread.lastAt} timeZone={timeZone} />
                  {thread.unread > 0 ? (
                    <span
                      className="grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1.5 text-xs font-semibold text-primary-foreground"
                      aria-label={t("unread", { count: thread.unread })}
                    >
                      {thread.unread}
                    </span>
                  ) : null}
                </span>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </>
  );
}
