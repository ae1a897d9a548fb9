import "server-only";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { slaPolicyVersions, type StoredPromise } from "@/db/schema/sla";
import { notifyMany, type OneNotice } from "@/lib/notifications/notify-many";
import { command, type CommandContext } from "@/lib/platform/operation";
import { allMeasures } from "../measures";
import { overseers } from "../overseers";

/** How many moments one round settles. */
const atOnce = 5000;

/** A moment that was just told, with what is needed to say it. */
interface Told {
  clockId: string;
  what: "warning" | "breach" | "escalation";
  level: number;
  metric: string;
  entityId: string;
  responsibleId: string | null;
  policyVersionId: string;
}

/**
 * Tells what it is time for: marks the moments that have come as told, clocks that are due as breached, and notifies whoever is to hear of it, all in one
 * transaction, so that each is told exactly once however often and from however many places this runs. Its cost is that of what is due.
 */
export const tellMoments = command({
  name: "sla.tell",
  permission: "sla:write",
  input: z.strictObject({}),
  audit: {
    none: "Follows from the clocks alone; what was told stands with them, and notifications and mails have ledgers of their own.",
  },
  example: () => ({}),
  async run(context) {
    const { told, settled } = await settle(context);
    await breach(context, told);
    await tell(context, told);
    return { told: told.length, more: settled === atOnce };
  },
});

/**
 * Takes what has come and nobody else is telling. It waits for nobody: a clock that somebody is changing at this moment comes with the next round. A warning that something later has overtaken, or whose clock was stopped, is left
 * out.
 */
async function settle({ tx, now }: CommandContext): Promise<{ told: Told[]; settled: number }> {
  const { rows } = (await tx.execute(sql`
    with due as (
      select moment.id, moment.clock_id, moment.at, moment.what, moment.level,
        clock.stopped_at, clock.metric, clock.entity_id, clock.responsible_id, clock.policy_version_id
      from sla_moments moment join sla_clocks clock on clock.id = moment.clock_id
      where moment.state = 'coming' and moment.at <= ${now} and moment.organisation_id = current_organisation()
      order by moment.at, moment.id limit ${atOnce} for update of moment, clock skip locked
    ), judged as (
      select id, what = 'warning' and (
        stopped_at is not null or row_number() over (partition by clock_id order by at desc, level desc) > 1
      ) as overtaken
      from due
    ), settled as (
      update sla_moments moment
      set state = case when judged.overtaken then 'left-out' else 'told' end, settled_at = ${now}, updated_at = ${now}
      from judged where moment.id = judged.id
      returning moment.id, moment.state
    )
    select due.clock_id as "clockId", due.what, due.level, settled.state, due.metric, due.entity_id as "entityId",
      due.responsible_id as "responsibleId", due.policy_version_id as "policyVersionId"
    from settled join due using (id)
    order by due.at`)) as unknown as { rows: (Told & { state: string })[] };
  return {
    settled: rows.length,
    told: rows.filter(({ state }) => state === "told"),
  };
}

/**
 * Clocks that were due and ran on say so from now on. Their ids are made of text in a step of its own: a conversion that might fail must not run before
 * the wall between organisations has been looked at, so inside the join it would have every clock read.
 */
async function breach({ tx, now }: CommandContext, told: readonly Told[]): Promise<void> {
  const ids = told.filter(({ what }) => what === "breach").map(({ clockId }) => clockId);
  if (ids.length === 0) return;
  await tx.execute(sql`
    with late as materialized (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    update sla_clocks clock
    set state = 'breached', breached_at = moment.at, decided_at = moment.at, updated_at = ${now}
    from late join sla_moments moment on moment.clock_id = late.id and moment.what = 'breach'
    where clock.id = late.id and clock.state = 'running'`);
}

async function tell(context: CommandContext, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const titles = await titlesOf(context, told);
  const versions = await promisesOf(context, told);
  const everybody = await overseers(context.tx);
  const notices: OneNotice[] = [];
  for (const moment of told) {
    const { title, path } = titles.get(moment.entityId) ?? { title: "", path: "/clocks" };
    for (const personId of readersOf(moment, versions, everybody))
      notices.push({
        personId,
        kind: `sla.${moment.what}`,
        data: { metric: wordOf(moment.metric), title, share: Math.round(moment.level / 10) },
        href: path,
        dedupeKey: `sla/${moment.clockId}/${moment.what}/${moment.level}`,
      });
  }
  await notifyMany(context, notices, "/clocks");
}

/** A metric as messages choose by it, which take no hyphens. */
const wordOf = (metric: string): string => metric.replaceAll("-", "_");

/** Whoever is responsible hears of warnings and the breach, the chain of its escalations. Where nobody is responsible, those who look after all do. */
function readersOf(
  { what, level, responsibleId, policyVersionId, metric }: Told,
  versions: ReadonlyMap<string, Record<string, StoredPromise>>,
  everybody: readonly string[],
): readonly string[] {
  if (what !== "escalation") return responsibleId ? [responsibleId] : everybody;
  const step = versions.get(policyVersionId)?.[metric]?.escalations.find((one) => one.level === level);
  return [...new Set([...(step?.people ?? []), ...(!step || step.overseers ? everybody : [])])];
}

async function titlesOf(context: CommandContext, told: readonly Told[]) {
  const titles = new Map<string, { title: string; path: string }>();
  for (const measured of (await allMeasures()).values()) {
    const ids = [...new Set(told.filter(({ metric }) => metric === measured.key).map(({ entityId }) => entityId))];
    if (ids.length > 0) for (const [id, title] of await measured.titles(context, ids)) titles.set(id, title);
  }
  return titles;
}

async function promisesOf({ tx }: CommandContext, told: readonly Told[]) {
  const ids = [...new Set(told.map(({ policyVersionId }) => policyVersionId))];
  const rows = await tx
    .select({ id: slaPolicyVersions.id, promises: slaPolicyVersions.promises })
    .from(slaPolicyVersions)
    .where(inArray(slaPolicyVersions.id, ids));
  return new Map(rows.map(({ id, promises }) => [id, promises]));
}
