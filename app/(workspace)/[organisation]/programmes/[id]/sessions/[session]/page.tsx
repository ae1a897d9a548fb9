import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cancel, outcome } from "../actions";
import { programmeOfPage } from "../../programme-of-page";
import { undoAction } from "../../../../undo-action";
import { DoButton } from "@/components/forms/do-button";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { CancelForm } from "@/components/scheduling/cancel-form";
import { sessionLook, type ShownState } from "@/components/scheduling/session-look";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Fact, Facts } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { oneSession } from "@/lib/scheduling/queries";

const hour = 3_600_000;

/** One session: when, with whom, where; another time, the end of it, how it went. */
async function SessionPage({ params }: WorkspaceProps<{ id: string; session: string }>) {
  const { organisation, id, session: sessionId } = await params;
  const t = await getTranslations("scheduling");
  const { sees, programme, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.sessions) notFound();
  const { session, now } = await readPage(organisation, async ({ ask, now: at }) => ({
    session: await ask(oneSession, { id: sessionId }),
    now: at,
  }));
  const own = session.attendees.find((person) => person.id === programme.executiveId);
  if (!own) notFound();
  const state = (own.state === "waiting" || own.state === "cancelled" ? own.state : session.state) as ShownState;
  const look = sessionLook[state];
  const list = `/${organisation}/programmes/${id}/sessions`;
  const { startsAt, title, hosts, place, placeKind, cancelReason, capacity, late, cancelNoticeHours } = session;
  const open = session.state === "booked" && (state === "booked" || state === "waiting");
  const ahead = startsAt > now;
  const isLate = programme.mine && late === "counts" && startsAt.getTime() - now.getTime() < cancelNoticeHours * hour;
  return (
    <div className="grid max-w-3xl gap-5">
      <SectionHead title={title} more={<Link href={list}>{t("one.back")}</Link>} className="mb-0" />
      <Card pad className="grid gap-4">
        <Facts>
          <Fact label={t("one.when")}>
            <Moment value={startsAt} show="time" timeZone={timeZone} />
          </Fact>
          <Fact label={t("one.with")}>
            <span translate="no">{hosts.map(({ name }) => name).join(", ")}</span>
          </Fact>
          <Fact label={t("one.where")}>
            {place ? <span translate="no">{place}</span> : t(`book.places.${placeKind as "video"}`)}
          </Fact>
          <Fact label={t("one.state")}>
            <Status icon={look.icon} tone={look.tone}>
              {t(`states.${state}`)}
            </Status>
          </Fact>
          {cancelReason ? (
            <Fact label={t("one.reason")}>
              <span translate="no">{cancelReason}</span>
            </Fact>
          ) : null}
        </Facts>
        {open && ahead && sees.books && capacity === 1 ? (
          <div>
            <LinkButton href={`${list}/book?moving=${sessionId}`} icon="calendar-clock">
              {t("one.move")}
            </LinkButton>
          </div>
        ) : null}
      </Card>
      {session.state !== "cancelled" && !ahead && sees.writes ? (
        <Card pad>
          <h2 className="text-base font-semibold">{t("one.outcome")}</h2>
          <p className="mb-3 text-sm text-muted-foreground">{t("one.outcomeText")}</p>
          <div className="flex flex-wrap gap-2">
            {(["done", "no_show"] as const)
              .filter((one) => one !== session.state)
              .map((one) => (
                <DoButton
                  key={one}
                  organisation={organisation}
                  act={outcome}
                  input={{ id: sessionId, outcome: one }}
                  done={t("one.noted")}
                  undo={undoAction}
                >
                  {t(one === "done" ? "one.done" : "one.noShow")}
                </DoButton>
              ))}
          </div>
        </Card>
      ) : null}
      {open && ahead && sees.books ? (
        <Card pad>
          <h2 className="text-base font-semibold">{t("one.cancelTitle")}</h2>
          <p className="mb-3 text-sm text-muted-foreground">
            {isLate ? t("one.cancelLate", { hours: cancelNoticeHours }) : t("one.cancelText")}
          </p>
          <CancelForm organisation={organisation} id={sessionId} list={list} cancel={cancel} />
        </Card>
      ) : null}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/sessions/[session]/page", SessionPage);
