import "server-only";
import { sql } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { now as clock } from "@/lib/platform/clock";

/** How far ahead a sweep plans, in seconds: further than the next one comes. */
const aheadSeconds = 90;

/** Moments that lie closer together than this are told together, in seconds. */
const stepSeconds = 5;

/** How much is told after its moment, in seconds: what was done in the very second of it is stored by then. */
const afterSeconds = 1;

const seconds = (count: number): number => count * 1000;

/** When something is to be told within the time that a sweep plans ahead, as ISO moments, each a little after what it is for. */
export async function comingMoments(): Promise<string[]> {
  const now = clock();
  const until = new Date(now.getTime() + seconds(aheadSeconds));
  const { rows } = (await acrossSweep((tx) =>
    tx.execute(sql`
      select distinct ceil(extract(epoch from moment.at) / ${stepSeconds}) * ${stepSeconds} as "at"
      from organisations, lateral (
        select at from sla_moments where organisation_id = organisations.id and state = 'coming' and at > ${now} and at <= ${until}
        union all
        select at from sla_looks where organisation_id = organisations.id and at > ${now} and at <= ${until}
      ) moment order by 1`),
  )) as unknown as { rows: { at: string }[] };
  return rows.map(({ at }) => new Date(seconds(Number(at) + afterSeconds)).toISOString());
}

/** The organisations in which something is to be told by now. */
export async function organisationsDue(): Promise<string[]> {
  const now = clock();
  const { rows } = (await acrossSweep((tx) =>
    tx.execute(sql`
      select id from organisations where suspended_at is null and (
        exists (select from sla_moments where organisation_id = organisations.id and state = 'coming' and at <= ${now})
        or exists (select from sla_looks where organisation_id = organisations.id and at <= ${now}))`),
  )) as unknown as { rows: { id: string }[] };
  return rows.map(({ id }) => id);
}
