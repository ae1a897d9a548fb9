import { DateTime } from "luxon";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Undo } from "@/components/forms/run-undo";
import { cityOf } from "@/components/calendar/civil-days";
import type { CancelFormProps } from "@/components/scheduling/cancel-form";
import { LateCancelForm, LateMoveForm, LatePlaceForm } from "@/components/scheduling/late-session-forms";
import type { MoveByClock } from "@/components/scheduling/move-form";
import type { PlaceFormProps } from "@/components/scheduling/place-form";
import { OutcomeForm, type OutcomeFormProps } from "@/components/scheduling/outcome-form";
import { sessionLook, type ShownState } from "@/components/scheduling/session-look";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Fact, Facts } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { ActionResult } from "@/lib/platform/result";
import { takesPlace } from "@/lib/scheduling/rules/places";
import type { sessionPage } from "@/lib/scheduling/session-page-query";
import { SeriesWords } from "./series-words";
import { SessionPeople } from "./session-people";

export type SessionOfPage = Awaited<ReturnType<(typeof sessionPage)["run"]>>;

export interface SessionViewProps {
  organisation: string;
  session: SessionOfPage;
  now: Date;
  timeZone: string;
  /** Where one comes back to. */
  list: string;
  actions: {
    move: (organisation: string, input: MoveByClock) => Promise<ActionResult<unknown>>;
    changePlace: PlaceFormProps["changePlace"];
    cancel: CancelFormProps["cancel"];
    cancelMore: NonNullable<CancelFormProps["cancelMore"]>;
    outcome: OutcomeFormProps["outcome"];
    undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
  };
}

const hour = 3_600_000;
/** How long before it begins the way into a call is the first thing on the page. */
const joinedBefore = 15 * 60_000;

/** One session for whoever takes part in it: when by both clocks, where, who; another time, the end of it, how it went. */
export async function SessionView({ organisation, session, now, timeZone, list, actions }: SessionViewProps) {
  const t = await getTranslations("calendar.session");
  const words = await getTranslations("scheduling");
  const format = await getFormatter();
  const { id, startsAt, endsAt, hosts, own, runs, capacity, place, placeKind, zones } = session;
  const ownPlace = own?.state === "waiting" || own?.state === "cancelled" ? own.state : session.state;
  const state = ownPlace as ShownState;
  const look = sessionLook[state];
  const open = session.state === "booked" && (!own || own.state === "booked" || own.state === "waiting");
  const [ahead, over] = [startsAt > now, endsAt <= now];
  const span = (zone: string) => {
    const clock = (at: Date) => format.dateTime(at, { hour: "2-digit", minute: "2-digit", timeZone: zone });
    const day = format.dateTime(startsAt, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: zone,
    });
    return `${day}, ${t("until", { from: clock(startsAt), to: clock(endsAt) })}`;
  };
  const shows = (zone: string) => DateTime.fromJSDate(startsAt, { zone }).toFormat("yyyy-LL-dd HH:mm");
  const others = (own ? hosts : session.attendees).filter(
    (person, at, all) =>
      capacity === 1 &&
      shows(zones[person.id] ?? timeZone) !== shows(timeZone) &&
      all.findIndex((one) => zones[one.id] === zones[person.id]) === at,
  );
  const had = session.attendees.filter((person) => takesPlace(person.state ?? ""));
  const link = place.startsWith("https://") ? place : null;
  const lateNow =
    own && session.late === "counts" && startsAt.getTime() - now.getTime() < session.cancelNoticeHours * hour;
  const local = DateTime.fromJSDate(startsAt, { zone: timeZone });
  const card = "text-base font-semibold";
  return (
    <div className="grid max-w-3xl gap-5">
      <Card pad className="grid gap-4">
        <div>
          <p className="text-lg font-semibold tabular-nums">{span(timeZone)}</p>
          <p className="text-sm text-muted-foreground">{t("forYou", { city: cityOf(timeZone) })}</p>
          {others.map((person) => (
            <p key={person.id} className="mt-1 text-sm tabular-nums">
              {span(zones[person.id]!)}{" "}
              <span className="text-muted-foreground">
                · <span translate="no">{t("forThem", { name: person.name, city: cityOf(zones[person.id]!) })}</span>
              </span>
            </p>
          ))}
        </div>
        <Facts className="max-w-md">
          <Fact label={words("one.with")}>
            <span translate="no">{hosts.map(({ name }) => name).join(", ")}</span>
          </Fact>
          <Fact label={words("one.where")}>
            {place && !link ? <span translate="no">{place}</span> : words(`book.places.${placeKind as "video"}`)}
            {link ? (
              <span translate="no" className="hidden break-all print:block">
                {link}
              </span>
            ) : null}
          </Fact>
          <Fact label={words("one.state")}>
            <Status icon={look.icon} tone={look.tone}>
              {words(`states.${state}`)}
            </Status>
          </Fact>
          {session.series ? (
            <Fact label={words("one.again")}>
              <SeriesWords {...{ organisation, timeZone }} series={session.series} />
            </Fact>
          ) : null}
          {session.cancelReason ? (
            <Fact label={words("one.reason")}>
              <span translate="no">{session.cancelReason}</span>
            </Fact>
          ) : null}
        </Facts>
        {open && !over ? (
          <div className="flex flex-wrap gap-2 print:hidden">
            {link ? (
              <Button asChild variant={startsAt.getTime() - now.getTime() <= joinedBefore ? "primary" : "outline"}>
                <a href={link} rel="noreferrer">
                  <Icon name="video" />
                  {t("join")}
                </a>
              </Button>
            ) : null}
            <Button asChild>
              <a href={`/${organisation}/sessions/${id}/file`} download>
                <Icon name="calendar-plus" />
                {t("addToCalendar")}
              </a>
            </Button>
          </div>
        ) : null}
      </Card>
      <SessionPeople organisation={organisation} session={session} />
      {runs && !ahead && session.state !== "cancelled" && had.length > 0 ? (
        <Card pad className="print:hidden">
          <h2 className={card}>{words("one.outcome")}</h2>
          <p className="mb-3 text-sm text-muted-foreground">{words("one.outcomeText")}</p>
          <OutcomeForm
            {...{ organisation, id, people: had, outcome: actions.outcome }}
            about={capacity === 1 && had[0]?.programmeId ? had[0] : null}
          />
        </Card>
      ) : null}
      {open && runs && !over ? (
        <Card pad className="print:hidden">
          <h2 className={card}>{t("moveTitle")}</h2>
          <p className="mb-3 text-sm text-muted-foreground">{t("moveText")}</p>
          <LateMoveForm
            organisation={organisation}
            session={{
              ...{ id, version: session.version, date: local.toISODate()!, time: local.toFormat("HH:mm") },
              lengthMinutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
              again: session.seriesId !== null,
            }}
            timeZone={timeZone}
            city={cityOf(timeZone)}
            move={actions.move}
            undo={actions.undo}
          />
        </Card>
      ) : null}
      {open && runs && !over ? (
        <Card pad className="print:hidden">
          <h2 className={card}>{t("placeTitle")}</h2>
          <p className="mb-3 text-sm text-muted-foreground">{t("placeText")}</p>
          <LatePlaceForm
            organisation={organisation}
            session={{ id, version: session.version, place, placeKind: placeKind as "video" }}
            changePlace={actions.changePlace}
            undo={actions.undo}
          />
        </Card>
      ) : null}
      {open && ahead && own?.state === "booked" && own.programmeId && capacity === 1 ? (
        <Card pad className="print:hidden">
          <h2 className={card}>{t("moveTitle")}</h2>
          <p className="mb-3 text-sm text-muted-foreground" translate="no">
            {t("moveHint", { name: hosts.map(({ name }) => name).join(", ") })}
          </p>
          <LinkButton
            href={`/${organisation}/programmes/${own.programmeId}/sessions/book?moving=${id}`}
            icon="calendar-clock"
          >
            {t("moveOther")}
          </LinkButton>
        </Card>
      ) : null}
      {open && ahead && (runs || own) ? (
        <Card pad className="print:hidden">
          <h2 className={card}>{words("one.cancelTitle")}</h2>
          <p className="mb-3 text-sm text-muted-foreground">
            {lateNow
              ? words("one.cancelLate", { hours: session.cancelNoticeHours })
              : own && capacity > 1
                ? t("giveUpText")
                : words("one.cancelText")}
          </p>
          <LateCancelForm
            {...{ organisation, id, list, cancel: actions.cancel }}
            cancelMore={runs && session.seriesId ? actions.cancelMore : undefined}
          />
        </Card>
      ) : null}
    </div>
  );
}
