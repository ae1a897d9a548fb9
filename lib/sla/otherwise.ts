import type { BusinessCalendar } from "@/lib/business-time/calendar";
import { promised, type PoliciesOverTime } from "./policies-over-time";
import { promisesFrom } from "./promises-from-fields";
import type { Moment } from "./rules/moment";
import type { PromiseVersion } from "./rules/terms-over-time";
import type { PolicyFields } from "./schemas";

/* Policies as they would be if somebody saved what they are about to. */

/** With a calendar that says something else from now on. */
export const withCalendar = (
  policies: PoliciesOverTime,
  { id, calendar, now }: { id: string; calendar: BusinessCalendar; now: Moment },
): PoliciesOverTime => ({
  ...policies,
  calendarsOf: (calendarId) =>
    calendarId === id
      ? [
          ...policies.calendarsOf(id).map((one) => (one.until === null ? { ...one, until: now } : one)),
          { until: null, calendar },
        ]
      : policies.calendarsOf(calendarId),
});

/** With another version of a policy from now on, or with one more policy where it is not there yet. */
export function withPolicy(
  policies: PoliciesOverTime,
  asked: { id: string; fields: PolicyFields; calendar: BusinessCalendar; now: Moment },
): PoliciesOverTime {
  const { id, fields, calendar, now } = asked;
  const promises = promisesFrom(fields.promises);
  const chosen = { id, matches: fields.matches, promises: new Set(Object.keys(promises)) };
  const isThere = policies.choosable.some((one) => one.id === id);
  const next = (metric: string): PromiseVersion => ({
    ...{ id: "next", from: now, open: fields.open, calendarId: fields.calendarId },
    promise: promises[metric] ? promised(promises[metric]) : null,
  });
  return {
    ...policies,
    choosable: isThere
      ? policies.choosable.map((one) => (one.id === id ? chosen : one))
      : [...policies.choosable, chosen],
    versionsOf: (policyId, metric) =>
      policyId === id
        ? [...(isThere ? policies.versionsOf(id, metric) : []), next(metric)]
        : policies.versionsOf(policyId, metric),
    calendarsOf(calendarId) {
      const known = policies.calendarsOf(calendarId);
      // One that no policy counted by before is not among those that were read.
      return known.length === 0 && calendarId === fields.calendarId ? [{ until: null, calendar }] : known;
    },
  };
}
