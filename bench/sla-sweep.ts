import type pg from "pg";
import { closeDatabase, useDatabase } from "@/db/client";
import { seedWorlds, worldOf } from "@/db/seed/world";
import { execute } from "@/lib/platform/execute";
import { tellMoments } from "@/lib/sla/commands/tell";
import type { World } from "@/lib/platform/world";
import { withClient } from "@/scripts/postgres/with-client";
import { step } from "@/scripts/supervisor/progress";
import type { Stops } from "@/scripts/supervisor/supervise";
import { startTestCluster } from "@/scripts/testing/cluster";
import { templateDatabase } from "@/scripts/testing/template";
import { report } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const [few, many] = [10_000, 1_000_000];
const due = 5_000;
const turns = 5;
const hour = 3_600_000;
const base = new Date("2027-01-12T09:00:00Z");

/** What a sweep costs with few open clocks and with very many, when as many are due: warnings and breaches in halves, told to one consultant. */
export async function run(project: string, stops: Stops): Promise<void> {
  const cluster = await startTestCluster();
  stops.push(cluster.remove);
  const database = new URL(cluster.ownerUrl(templateDatabase)).pathname.slice(1);
  const superUrl = cluster.superUrl(database);
  useDatabase(cluster.appUrl(database));
  stops.push(closeDatabase);
  await seedWorlds();
  const { ids } = worldOf("north");
  const measured = async (open: number, first: number) => {
    await step(`${open.toLocaleString("en")} open clocks`, () =>
      withClient(superUrl, (client) => withoutUpkeep(client, () => fill(client, ids, open))),
    );
    return withClient(superUrl, (client) => sweeps(client, ids, first));
  };
  const beside = await measured(few, 0);
  const ours = await measured(many - few, turns + 1);
  await report(project, {
    title: "The sweep of clocks",
    about: `${due.toLocaleString("en")} moments are due, half of them warnings and half breaches: they are claimed, clocks are marked as breached, and whoever answers for them is
notified in the app and by one mail, in one transaction. Of ${turns} sweeps the middle one and the slowest, with ${many.toLocaleString("en")} open clocks and with ${few.toLocaleString("en")}.`,
    columns: [`${many.toLocaleString("en")} open`, `${few.toLocaleString("en")} open`],
    rows: [0.5, 1].map((of) => ({
      what: of === 1 ? "Slowest" : "Median",
      ...{ ours: durationText(quantile(ours, of)), beside: durationText(quantile(beside, of)) },
      ratio: ratioText(quantile(ours, of) / quantile(beside, of)),
      goal: of === 1 ? "≤ 5 s" : "≤ 1.5 ×",
    })),
  });
}

/** Open clocks whose next moment, a warning or the breach, comes then; without a moment, some time in the ten years after. */
async function fill(
  client: pg.Client,
  { organisationId, slaPolicyId, consultantId }: World,
  clocks: number,
  at?: Date,
): Promise<void> {
  await client.query("drop table if exists made");
  await client.query(
    `create temporary table made as
     select gen_random_uuid() as id, number, coalesce($2::timestamptz, $3::timestamptz + make_interval(hours => 1000 + number % 80000)) as at
     from generate_series(1, $1::int) as number`,
    [clocks, at ?? null, base],
  );
  await client.query(
    `insert into sla_clocks (id, organisation_id, metric, entity, entity_id, cycle, policy_id, policy_version_id, responsible_id, state, counts,
       started_at, due_at, target_seconds)
     select made.id, $1, 'message-answer', 'programme', gen_random_uuid(), 1, $2, version.id, $3, 'running', true, made.at, made.at, 28800
     from made, (select id from sla_policy_versions where policy_id = $2 limit 1) version`,
    [organisationId, slaPolicyId, consultantId],
  );
  await client.query(
    `insert into sla_moments (id, organisation_id, clock_id, at, what, level)
     select gen_random_uuid(), $1::uuid, id, at, case when number % 2 = 0 then 'warning' else 'breach' end, case when number % 2 = 0 then 500 else 0 end from made
     union all
     select gen_random_uuid(), $1::uuid, id, at + interval '20 years', 'escalation', 1 from made`,
    [organisationId],
  );
}

/** Puts rows in without looking up what they refer to, and builds the indexes once afterwards: a million clocks in a minute instead of many. */
async function withoutUpkeep(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const indexes = (ready: boolean) =>
    client.query(
      "update pg_index set indisready = $1 where indrelid in ('sla_clocks'::regclass, 'sla_moments'::regclass)",
      [ready],
    );
  await client.query("set session_replication_role = replica");
  await indexes(false);
  await work();
  await indexes(true);
  await client.query("reindex table sla_clocks");
  await client.query("reindex table sla_moments");
  await client.query("set session_replication_role = origin");
  await client.query("vacuum analyze sla_clocks, sla_moments");
}

async function sweeps(client: pg.Client, ids: World, first: number): Promise<number[]> {
  const { organisationId } = ids;
  const took: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const now = new Date(base.getTime() + (first + turn) * hour);
    await fill(client, ids, due, now);
    const began = performance.now();
    const actor = { kind: "system" as const, organisationId, cause: "bench" };
    let told = 0;
    for (let more = true; more;) {
      const { output } = await execute(tellMoments, actor, {}, { now });
      told += output.told;
      more = output.more;
    }
    const passed = performance.now() - began;
    // The first sweep loads what a server that runs has loaded, and finds what the world itself came to.
    if (turn === 0) continue;
    if (told !== due) throw new Error(`${told} were told.`);
    took.push(passed);
  }
  return took;
}
