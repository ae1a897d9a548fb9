import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cancel, cancelMore, changePlace, moveByClock, outcome } from "../../../../sessions/actions";
import { programmeOfPage } from "../../programme-of-page";
import { undoAction } from "../../../../undo-action";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { SessionAfterwards } from "@/components/scheduling/session-afterwards";
import { SessionView } from "@/components/scheduling/session-view";
import { Link } from "@/components/ui/link";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { afterwards } from "@/lib/scheduling/outside/afterwards";
import { sessionPage } from "@/lib/scheduling/session-page-query";

/** One session of a programme: when, with whom, where; another time, the end of it, how it went. */
async function SessionPage({ params }: WorkspaceProps<{ id: string; session: string }>) {
  const { organisation, id, session: sessionId } = await params;
  const t = await getTranslations("scheduling");
  const { sees, programme, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.sessions) notFound();
  const { session, now, came } = await readPage(organisation, async ({ ask, actor, now: at }) => ({
    session: await ask(sessionPage, { id: sessionId }),
    // Who takes part reads no answers, nor what others said of it.
    came:
      may(actor, "sessions:hold") && !programme.mine
        ? await ask(afterwards, { id: sessionId }).catch(() => null)
        : null,
    now: at,
  }));
  if (!session.attendees.some((person) => person.id === programme.executiveId)) notFound();
  const list = `/${organisation}/programmes/${id}/sessions`;
  return (
    <div className="grid gap-5">
      <SectionHead title={session.title} more={<Link href={list}>{t("one.back")}</Link>} className="mb-0 max-w-3xl" />
      <SessionView
        {...{ organisation, session, now, timeZone, list }}
        actions={{ move: moveByClock, changePlace, cancel, cancelMore, outcome, undo: undoAction }}
      />
      {came ? <SessionAfterwards came={came} timeZone={timeZone} /> : null}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/sessions/[session]/page", SessionPage);
