import "server-only";
import { asc } from "drizzle-orm";
import { slaPolicies, slaPolicyVersions, type StoredPromise } from "@/db/schema/sla";
import { calendarsOverTime } from "@/lib/business-time/calendars-over-time";
import type { QueryContext } from "@/lib/platform/operation";
import type { Choosable } from "./rules/choose-policy";
import { momentOf } from "./rules/moment";
import type { CalendarUntil, PromiseVersion } from "./rules/terms-over-time";

/** All policies of an organisation as they are and were: what terms are made of. */
export interface PoliciesOverTime {
  /** Those that hold for new records, the oldest first. */
  choosable: Choosable[];
  versionsOf(policyId: string, metric: string): PromiseVersion[];
  calendarsOf(calendarId: string): CalendarUntil[];
  policyOf(versionId: string): string;
}

type Version = typeof slaPolicyVersions.$inferSelect;

/** Reads every policy with its versions, and what their calendars ever said. Organisations have few of them. */
export async function policiesOverTime(context: Pick<QueryContext, "tx">): Promise<PoliciesOverTime> {
  const { tx } = context;
  const policies = await tx.select().from(slaPolicies).orderBy(asc(slaPolicies.id));
  const versions = await tx.select().from(slaPolicyVersions).orderBy(asc(slaPolicyVersions.number));
  const calendars = await calendarsOverTime(context, [...new Set(versions.map(({ calendarId }) => calendarId))]);
  const of = (policyId: string) => versions.filter((version) => version.policyId === policyId);
  const known = new Map<string, PromiseVersion[]>();
  const policyOf = new Map(versions.map(({ id, policyId }) => [id, policyId]));
  return {
    choosable: policies
      .filter(({ withdrawnAt }) => !withdrawnAt)
      .map(({ id, matches }) => ({ id, matches, promises: new Set(Object.keys(of(id).at(-1)?.promises ?? {})) })),
    versionsOf(policyId, metric) {
      const key = `${policyId}/${metric}`;
      const made = known.get(key) ?? of(policyId).map((version) => promiseVersion(version, metric));
      known.set(key, made);
      return made;
    },
    calendarsOf: (calendarId) =>
      (calendars.get(calendarId) ?? []).map(({ until, calendar }) => ({ until: until && momentOf(until), calendar })),
    policyOf: (versionId) => policyOf.get(versionId)!,
  };
}

const promiseVersion = ({ id, from, open, calendarId, promises }: Version, metric: string): PromiseVersion => ({
  ...{ id, calendarId, open: open === "apply" ? "apply" : "keep" },
  from: from && momentOf(from),
  promise: promises[metric] ? promised(promises[metric]) : null,
});

/** What a stored promise is to the rules. */
export const promised = ({
  seconds,
  time,
  warnAt,
  escalations,
}: StoredPromise): NonNullable<PromiseVersion["promise"]> => ({
  target: { seconds, time },
  warnAt,
  escalations: escalations.map(({ level, afterSeconds }) => ({ level, afterSeconds })),
});
