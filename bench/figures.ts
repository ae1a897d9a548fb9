import { sql } from "drizzle-orm";
import type { z } from "zod";
import { closeDatabase, useDatabase } from "@/db/client";
import { seedWorlds, worldOf } from "@/db/seed/world";
import { personActor } from "@/lib/identity/person-actor";
import type { PersonActor } from "@/lib/platform/actor";
import { ask, askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { find } from "@/lib/records/queries/search";
import { definitions } from "@/lib/reports/definitions/all";
import { rowsOf } from "@/lib/reports/lists";
import { figureChoices } from "@/lib/reports/queries/choices";
import { comparisons } from "@/lib/reports/queries/comparisons";
import { dashboard } from "@/lib/reports/queries/dashboard";
import { figure } from "@/lib/reports/queries/figure";
import { contactFigures, courseFigures, workFigures } from "@/lib/reports/queries/work-figures";
import { step } from "@/scripts/supervisor/progress";
import type { Stops } from "@/scripts/supervisor/supervise";
import { startTestCluster } from "@/scripts/testing/cluster";
import { templateDatabase } from "@/scripts/testing/template";
import { withClient } from "@/scripts/postgres/with-client";
import { fillHistory } from "./parts/fill-history";
import { report, type Row } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const programmes = 100_000;
const searched = 10_000;
const turns = 30;
const periods = ["12m", "6m", "3m", "year", "last-year"];
const brokenDown = ["consultant", "sponsor"] as const;
const words = ["ada", "henriette gallagher", "chief", "chief operating officer", "777", "benedikt dah", "zz nobody"];

/**
 * Every figure of an organisation of a hundred thousand programmes, each with the period before, behind the wall and as an administrator
 * asks; and search in one of ten thousand. Beside each the plainest question that one can ask of as many rows.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const cluster = await startTestCluster();
  stops.push(cluster.remove);
  const database = new URL(cluster.ownerUrl(templateDatabase)).pathname.slice(1);
  useDatabase(cluster.appUrl(database));
  stops.push(closeDatabase);
  await seedWorlds();
  await step(`${programmes.toLocaleString("en")} programmes`, () =>
    withClient(cluster.superUrl(database), async (client) => {
      await fillHistory(client, worldOf("north").ids, programmes);
      await fillHistory(client, worldOf("south").ids, searched);
    }),
  );
  const administrator = await person("north", "administrator");
  const rows: Row[] = [];
  const plain = await times(() => plainCount(administrator));
  const add = (what: string, measured: number[], beside: number[], goal: string) =>
    rows.push({
      ...{ what, goal, ours: durationText(quantile(measured, 0.95)), beside: durationText(quantile(beside, 0.95)) },
      ratio: ratioText(quantile(measured, 0.95) / quantile(beside, 0.95)),
    });
  for (const { key, subject } of definitions) {
    const measured = await times((turn) =>
      ask(figure, administrator, { figure: key, period: periods[turn % periods.length]! }),
    );
    add(`${key}, with the period before`, measured, plain, "≤ 300 ms");
    for (const by of brokenDown)
      add(
        `${key}, by ${by}`,
        await times((turn) => ask(figure, administrator, { figure: key, period: periods[turn % periods.length]!, by })),
        ...([plain, "≤ 300 ms"] as const),
      );
    const { period } = await ask(figure, administrator, { figure: key });
    const filters = { behind: `${key}:${period.from}..${period.to}` };
    const behind = await times(() =>
      askTogether(administrator, (context) => readList(context, rowsOf[subject], { filters })),
    );
    add(`${key}: first page of its rows`, behind, plain, "≤ 300 ms");
  }
  const consultant = await person("north", "consultant");
  for (const [actor, whose] of [
    [consultant, "of one consultant"],
    [administrator, "of all"],
  ] as const) {
    const parts = [
      ["the choices above it", figureChoices],
      ["first figures, the curve, month by month", dashboard],
      ["the work", workFigures],
      ["load and contact", contactFigures],
      ["interviews, phases", courseFigures],
      ["comparisons", comparisons],
    ] as const;
    for (const [part, query] of parts)
      add(
        `The page, ${whose}: ${part}`,
        await times(() => ask<z.ZodType, unknown>(query, actor, {})),
        plain,
        "≤ 300 ms",
      );
  }
  for (const role of ["administrator", "consultant"] as const) {
    const actor = await person("south", role);
    const measured = await times((turn) => ask(find, actor, { words: words[turn % words.length]! }), words.length * 4);
    add(
      `Search in ${searched.toLocaleString("en")} programmes, ${role}`,
      measured,
      await times(() => plainCount(actor)),
      "≤ 100 ms",
    );
  }
  await report(project, {
    title: "Figures",
    about: `${programmes.toLocaleString("en")} programmes of five years in one organisation, 250 consultants and 150 companies; of ${turns} questions the p95. Each asks for a
period and the one before, behind the wall. Beside it \`select count(*) from programmes\` of the same organisation, by the same login.`,
    columns: ["figure", "plain count"],
    rows,
  });
}

async function person(slug: "north" | "south", role: "administrator" | "consultant"): Promise<PersonActor> {
  return personActor(worldOf(slug).accountOf(role), slug);
}

const plainCount = (actor: PersonActor) =>
  askTogether(actor, ({ tx }) => tx.execute(sql`select count(*) from programmes`));

/** How long each of some turns took, in milliseconds, after one that nobody counts. */
async function times(work: (turn: number) => Promise<unknown>, count = turns): Promise<number[]> {
  const measured: number[] = [];
  for (let turn = -1; turn < count; turn += 1) {
    const began = performance.now();
    await work(Math.max(turn, 0));
    if (turn >= 0) measured.push(performance.now() - began);
  }
  return measured;
}
