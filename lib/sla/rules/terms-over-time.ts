import type { BusinessCalendar } from "@/lib/business-time/calendar";
import type { ClockEvent } from "./events";
import type { Moment } from "./moment";
import type { Terms } from "./terms";

/** Which policy a record has from a moment on. */
export interface Assigned {
  policyId: string | null;
  /** Null: since ever. */
  at: Moment | null;
}

/** What a policy promises for one metric from a moment on. */
export interface PromiseVersion {
  id: string;
  from: Moment | null;
  open: "apply" | "keep";
  calendarId: string;
  /** Null where it promises nothing. */
  promise: Pick<Terms, "target" | "warnAt" | "escalations"> | null;
}

/** What a calendar said until a moment; the last one has no end. */
export interface CalendarUntil {
  until: Moment | null;
  calendar: BusinessCalendar;
}

export interface TermsSources {
  /** In order of time. */
  assigned: readonly Assigned[];
  versionsOf(policyId: string): readonly PromiseVersion[];
  calendarsOf(calendarId: string): readonly CalendarUntil[];
}

const ever = Number.NEGATIVE_INFINITY;

/**
 * The terms that held for a record, as events among those of its history: a new one wherever it got another policy, its policy another version, or
 * the calendar of that version another content. A calendar that changes is always taken by the clocks that run; of a version and of another policy the
 * version says it.
 */
export function termsOverTime({ assigned, versionsOf, calendarsOf }: TermsSources): ClockEvent[] {
  const events: ClockEvent[] = [];
  let last: string | undefined;
  for (const [place, { policyId, at }] of assigned.entries()) {
    const from = at ?? ever;
    const to = assigned[place + 1]?.at ?? Number.POSITIVE_INFINITY;
    const versions = policyId === null ? [] : versionsOf(policyId);
    for (const point of pointsBetween(from, to, versions, calendarsOf)) {
      const version = lastBy(versions, point);
      const terms = version ? termsOf(version, point, calendarsOf) : null;
      if (terms?.version === last) continue;
      const isVersion = point === from || version?.from === point;
      events.push({
        ...{ what: "terms", terms, open: isVersion && version ? version.open : "apply", at: point },
        order: Number.NEGATIVE_INFINITY,
        cause: { code: isVersion ? "sla.policy" : "sla.calendar", ...(policyId === null ? {} : { id: policyId }) },
      });
      last = terms?.version;
    }
  }
  return events;
}

/** The moments of an interval at which something may change, its beginning first. */
function pointsBetween(
  from: Moment,
  to: Moment,
  versions: readonly PromiseVersion[],
  calendarsOf: TermsSources["calendarsOf"],
): Moment[] {
  const ends = new Set(versions.map(({ calendarId }) => calendarId));
  const points = [
    ...versions.map((version) => version.from ?? ever),
    ...[...ends].flatMap((id) => calendarsOf(id).flatMap(({ until }) => until ?? [])),
  ];
  return [...new Set([from, ...points.filter((point) => from < point && point < to)])].sort(
    (one, other) => one - other,
  );
}

const lastBy = (versions: readonly PromiseVersion[], at: Moment): PromiseVersion | undefined =>
  versions.findLast(({ from }) => (from ?? ever) <= at);

function termsOf(version: PromiseVersion, at: Moment, calendarsOf: TermsSources["calendarsOf"]): Terms | null {
  if (!version.promise) return null;
  const calendars = calendarsOf(version.calendarId);
  const place = calendars.findIndex(({ until }) => until === null || at < until);
  // Contents that say the same are one calendar: what was changed and changed back is no other terms.
  const { calendar } = calendars[place]!;
  const first = calendars.findIndex((one) => one.calendar === calendar);
  return { ...version.promise, version: `${version.id}/${first}`, calendar };
}

/** The id of the version of a policy by which terms are. */
export const policyVersionOf = ({ version }: Pick<Terms, "version">): string => version.split("/")[0]!;
