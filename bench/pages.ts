import { join } from "node:path";
import { freePort } from "@/scripts/postgres/ports";
import type { Stops } from "@/scripts/supervisor/supervise";
import { crowd, fetchPage, visitOnce, type Seen } from "./parts/crowd";
import { largeInstallation, type Visitor } from "./parts/installation";
import { report, type Row } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const programmes = 10_000;
const crowds = [50, 500];
/** Twice so long each, by turns, so that what else the machine does hits both. */
const seconds = 6;

/**
 * The caseload and the executive's home under a crowd, beside the same pages of the same build in a server whose database answers come from
 * memory (bench/parts/without-database.mjs): what the database costs a person who waits.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const here = await largeInstallation(project, stops, programmes);
  const control = await freePort();
  const without = await here.another({
    NODE_OPTIONS: `--import ${join(project, "bench", "parts", "without-database.mjs")}`,
    BENCH_CONTROL_PORT: String(control),
  });
  const pages: { title: string; path: string; proof: string; visitors: Visitor[] }[] = [
    {
      title: "Caseload",
      path: "/programmes?f.running=yes",
      proof: "Write down three achievements",
      visitors: here.consultants,
    },
    { title: "Executive's home", path: "", proof: "of this programme, in a sentence", visitors: here.executives },
  ];

  for (const { title, path, proof, visitors } of pages) {
    for (const home of [here.home, without.home, without.home])
      refuse(title, await visitOnce({ address: `${home}${path}`, proof }, visitors));
  }
  await tell(control, "/replay");

  const rows: Row[] = [];
  const remarks: string[] = [];
  // Before any crowd: a server that still works off the last one answers nobody at once.
  for (const { title, path, visitors } of pages) {
    const asked = (await tell(control, "/")).answered;
    const markup = await sameMarkup(title, here.home + path, without.home + path, visitors);
    const statements = (await tell(control, "/")).answered - asked;
    remarks.push(`${title}: ${markup} ${statements} statements a page, begin and commit included.`);
  }
  for (const { title, path, proof, visitors } of pages) {
    for (const people of crowds) {
      const seen: [Seen[], Seen[]] = [[], []];
      for (let turn = 0; turn < 2; turn++)
        for (const [side, home] of [here.home, without.home].entries()) {
          seen[side]?.push(await crowd({ address: `${home}${path}`, proof }, visitors, people, seconds));
          await visitOnce({ address: `${home}${path}`, proof }, visitors.slice(0, 3));
        }
      const [ours, beside] = seen.map(joined) as [Seen, Seen];
      const p95 = [ours, beside].map(({ times }) => quantile(times, 0.95)) as [number, number];
      rows.push(
        {
          what: `${title}, ${people} people: pages per second`,
          ours: ours.perSecond.toFixed(1),
          beside: beside.perSecond.toFixed(1),
          ratio: ratioText(beside.perSecond / ours.perSecond),
          goal: "≤ 1.5",
        },
        {
          what: `${title}, ${people} people: p95`,
          ours: durationText(p95[0]),
          beside: durationText(p95[1]),
          ratio: ratioText(p95[0] / p95[1]),
          goal: "≤ 1.5",
        },
      );
      if (ours.errors + beside.errors > 0)
        remarks.push(
          `${title}, ${people} people: ${ours.errors} errors with Postgres, ${beside.errors} without (${ours.firstError ?? beside.firstError}).`,
        );
    }
  }
  const { answered, missed } = await tell(control, "/");
  if (!remarks.some((remark) => remark.includes("errors"))) remarks.push("Errors: 0.");
  remarks.push(
    `Of ${(answered + missed).toLocaleString("en")} statements in the server without a database, ${missed} still went to one.`,
  );
  await report(project, {
    title: "Pages",
    about: `${programmes.toLocaleString("en")} programmes in one organisation, 100 a consultant. Everybody asks again as soon as the page is there, each with a
session of their own. Beside it the same pages of the same build, with what Postgres answered taken from memory.`,
    columns: ["with Postgres", "without"],
    rows,
    remarks,
  });
}

interface Told {
  answered: number;
  missed: number;
}

async function tell(port: number, path: string): Promise<Told> {
  return (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as Told;
}

/** Both answer the same page: as long, but for nonces and what the time of day says. */
async function sameMarkup(title: string, one: string, other: string, visitors: readonly Visitor[]): Promise<string> {
  const [visitor] = visitors;
  if (!visitor) throw new Error(`Nobody visits ${title}.`);
  const lengths = await Promise.all([one, other].map(async (page) => (await fetchPage(page, visitor)).body.length));
  const [ours = 0, beside = 0] = lengths;
  if (Math.abs(ours - beside) > ours / 100)
    throw new Error(`${title}: ${ours} and ${beside} characters are not the same page.`);
  return `${Math.round(ours / 1024)} kB of markup, the same on both sides;`;
}

function refuse(title: string, { errors, firstError }: Seen): void {
  if (errors > 0) throw new Error(`${title}: ${errors} visits failed before anything was measured (${firstError}).`);
}

function joined(turns: readonly Seen[]): Seen {
  return {
    times: turns.flatMap(({ times }) => times),
    perSecond: turns.reduce((sum, { perSecond }) => sum + perSecond, 0) / turns.length,
    errors: turns.reduce((sum, { errors }) => sum + errors, 0),
    firstError: turns.find(({ firstError }) => firstError)?.firstError,
  };
}
