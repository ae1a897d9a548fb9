import { sql } from "drizzle-orm";
import { closeDatabase, transaction, useDatabase } from "@/db/client";
import { seedWorlds, worldOf } from "@/db/seed/world";
import { personActor } from "@/lib/identity/person-actor";
import { execute } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { allowConnections, makeRacers } from "@/lib/scheduling/testing/racers";
import { step } from "@/scripts/supervisor/progress";
import type { Stops } from "@/scripts/supervisor/supervise";
import { startTestCluster } from "@/scripts/testing/cluster";
import { templateDatabase } from "@/scripts/testing/template";
import { report } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const racers = 500;
const connections = 16;
const turns = 3;
const now = new Date("2026-11-23T09:00:00Z");

/**
 * Five hundred executives who want one time of one consultant at the same moment. One gets it, each other hears why not and what is free next. Beside it as many
 * transactions of the same organisation that ask for nothing at all.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const cluster = await startTestCluster();
  stops.push(cluster.remove);
  const database = new URL(cluster.ownerUrl(templateDatabase)).pathname.slice(1);
  useDatabase(cluster.appUrl(database));
  stops.push(closeDatabase);
  await seedWorlds();
  const world = worldOf("north");
  const model = await personActor(world.accountOf("executive"), "north");
  const all = await makeRacers(world.ids, model, racers);
  const want = (startsAt: Date) =>
    atOnce(({ actor, programmeId }) =>
      execute(
        bookSession,
        actor,
        { programmeId, typeId: world.ids.sessionTypeId, startsAt: startsAt.toISOString() },
        { now },
      ),
    );
  const atOnce = async (work: (racer: (typeof all)[number]) => Promise<unknown>) => {
    const began = performance.now();
    const outcomes = await Promise.all(all.map((racer) => work(racer).then(won, lost)));
    return { took: performance.now() - began, won: outcomes.filter((one) => one === "won").length };
  };
  const empty = () =>
    atOnce(() => transaction({ organisationId: world.ids.organisationId }, (tx) => tx.execute(sql`select 1`)));
  allowConnections(connections);
  const [ours, beside]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= turns; turn += 1) {
    // From a Tuesday on; the first one loads what a server that runs has loaded.
    const raced = await step(`Race ${turn}`, () => want(new Date(Date.UTC(2027, 0, 12 + turn, 9))));
    if (raced.won !== 1) throw new Error(`${raced.won} of them won.`);
    const bare = await empty();
    if (turn === 0) continue;
    ours.push(raced.took);
    beside.push(bare.took);
  }
  await report(project, {
    title: "One time, five hundred people",
    about: `${racers} executives book the same time of one consultant over ${connections} connections at the same moment: one wins, each other is told the rule and the next three
times that are free. Of ${turns} races the middle one and the slowest. Beside it as many transactions that ask for nothing.`,
    columns: ["race", "empty transactions"],
    rows: [0.5, 1].map((of) => ({
      what: of === 1 ? "Slowest" : "Median",
      ...{ ours: durationText(quantile(ours, of)), beside: durationText(quantile(beside, of)) },
      ...{ ratio: ratioText(quantile(ours, of) / quantile(beside, of)), goal: of === 1 ? "" : "≤ 2 s" },
    })),
  });
}

const won = () => "won" as const;

function lost(error: unknown): "lost" {
  if (error instanceof Refusal && error.code === "conflict") return "lost";
  throw error;
}
