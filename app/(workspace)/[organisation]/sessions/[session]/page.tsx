import { getTranslations } from "next-intl/server";
import { undoAction } from "../../undo-action";
import { cancel, cancelMore, changePlace, forget, moveByClock, outcome } from "../actions";
import { ForgetGuest } from "@/components/booking/forget-guest";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { SessionAfterwards } from "@/components/scheduling/session-afterwards";
import { SessionView } from "@/components/scheduling/session-view";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { afterwards } from "@/lib/scheduling/outside/afterwards";
import { sessionPage } from "@/lib/scheduling/session-page-query";

/** One session, for whoever takes part in it. */
async function SessionPage({ params }: WorkspaceProps<{ session: string }>) {
  const { organisation, session: id } = await params;
  const t = await getTranslations("calendar");
  const { session, now, timeZone, came } = await readPage(organisation, async ({ ask, actor, now: at }) => ({
    session: await ask(sessionPage, { id }),
    came: may(actor, "sessions:hold") ? await ask(afterwards, { id }).catch(() => null) : null,
    ...{ now: at, timeZone: actor.timeZone },
  }));
  const { title, own, capacity, attendees } = session;
  const list = `/${organisation}/sessions`;
  const [met] = attendees;
  return (
    <>
      <PageHead
        title={<span translate="no">{!own && capacity === 1 && met ? `${met.name}: ${title}` : title}</span>}
        crumbs={[{ label: t("title"), href: list }, { label: title }]}
      />
      <SessionView
        {...{ organisation, session, now, timeZone, list }}
        actions={{ move: moveByClock, changePlace, cancel, cancelMore, outcome, undo: undoAction }}
      />
      {session.guest && (session.state !== "booked" || session.endsAt <= now) ? (
        <ForgetGuest organisation={organisation} sessionId={id} forget={forget} />
      ) : null}
      {/* Who takes part reads no answers, nor what others said of it. */}
      {came && !own ? (
        <div className="mt-5">
          <SessionAfterwards came={came} timeZone={timeZone} />
        </div>
      ) : null}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/sessions/[session]/page", SessionPage);
