import { usualWeek } from "@/lib/business-time/calendar";
import type { Host, HostSession, Question, Span } from "@/lib/scheduling/rules/question";
import { slotsOf } from "@/lib/scheduling/rules/slots";
import { slotsByTheMinute } from "@/lib/scheduling/testing/slots-by-the-minute";
import { step } from "@/scripts/supervisor/progress";
import { report, type Row } from "./parts/report";
import { sequence } from "./parts/sequence";
import { durationText, quantile } from "./parts/statistics";

const hosts = 10;
const days = 60;
const asked = 50;
const minute = 60_000;
const now = new Date("2026-09-21T06:42:10Z");
const range = { from: now, to: new Date(now.getTime() + days * 1440 * minute) };
const zones = ["Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];

/**
 * All free times of ten consultants over sixty days in which clocks change, for one who books with any of them or with all: by the product, each time for
 * a question that it never saw and for the same one again, and by walking from minute to minute. On one core.
 */
export async function run(project: string): Promise<void> {
  let found = 0;
  const first = took(() => (found = slotsOf(question(0, "any", 200), range).length));
  const rows: Row[] = [];
  for (const events of [200, 2000])
    for (const mode of ["any", "all"] as const) {
      const what = `${(events * hosts).toLocaleString("en")} events, ${mode === "any" ? "any host" : "all hosts"}`;
      rows.push(...(await step(what, () => Promise.resolve(measured(what, mode, events)))));
    }
  await report(project, {
    title: "Slots",
    about: `All free times of ${hosts} hosts in four zones over ${days} days, with steps of 15 minutes, times around sessions, limits by day and week, on one core; half of the events are sessions, half stand in other calendars. Of ${asked} questions, the least of three times each, in time of the processor, because others work on the machine too. Beside it the same by looking at each minute, as the tests do: a tenth of the days and of the events, times ten.`,
    columns: ["ours", "beside"],
    rows,
    remarks: [
      "New: a question that was never asked; the zones' offsets alone are kept in the process. Again: the same one once more.",
      `The very first question in a process, with the zones' offsets to be found out: ${first.toFixed(0)} ms, ${found.toLocaleString("en")} slots.`,
    ],
  });
}

function measured(what: string, mode: Question["mode"], events: number): Row[] {
  const [fresh, again]: [number[], number[]] = [[], []];
  for (let seed = 1; seed <= asked; seed += 1) {
    const rounds = Array.from({ length: 3 }, () => {
      const one = question(seed, mode, events);
      return { fresh: took(() => slotsOf(one, range)), again: took(() => slotsOf(one, range)) };
    });
    fresh.push(Math.min(...rounds.map((round) => round.fresh)));
    again.push(Math.min(...rounds.map((round) => round.again)));
  }
  const few = { from: now, to: new Date(now.getTime() + (days / 10) * 1440 * minute) };
  const one = question(1, mode, events);
  const within = <One extends Span>(spans: readonly One[]) => spans.filter(({ startsAt }) => startsAt < few.to);
  const busyThen = one.hosts.map((host) => ({ ...host, busy: within(host.busy), sessions: within(host.sessions) }));
  const beside = 10 * took(() => slotsByTheMinute({ ...one, hosts: busyThen }, few));
  return [
    ...[{ of: "new, median", value: quantile(fresh, 0.5), goal: "" }],
    ...[{ of: "new, p95", value: quantile(fresh, 0.95), goal: "≤ 50 ms" }],
    ...[{ of: "again, median", value: quantile(again, 0.5), goal: "" }],
    ...[{ of: "again, p95", value: quantile(again, 0.95), goal: "" }],
  ].map(({ of, value, goal }) => ({
    ...{ what: `${what}: ${of}`, ours: text(value), beside: durationText(beside) },
    ...{ ratio: `${(beside / value).toFixed(0)} ×`, goal },
  }));
}

const text = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;

/** Milliseconds of the processor, with all threads of the process: others work on the machine, and the clock on the wall would tell of them. */
function took(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function question(seed: number, mode: Question["mode"], events: number): Question {
  const random = sequence(seed);
  const below = (most: number) => Math.floor(random() * most);
  const span = (): Span => {
    const from = now.getTime() + (below(days * 288) - (now.getMinutes() % 5)) * 5 * minute;
    return { startsAt: new Date(from), endsAt: new Date(from + (1 + below(events > 1000 ? 2 : 8)) * 10 * minute) };
  };
  const session = (host: number, place: number): HostSession => {
    const { startsAt, endsAt } = span();
    return {
      id: `session-${host}-${place}`,
      startsAt,
      endsAt,
      bufferBefore: 5,
      bufferAfter: 5,
      typeId: place % 4 === 0 ? "talk" : "other",
      capacity: place % 8 === 0 ? 4 : 1,
      taken: 1,
      heldUntil: place % 40 === 39 ? range.to : null,
    };
  };
  const host = (place: number): Host => ({
    ...{ id: `host-${place}`, noticeMinutes: 120, horizonDays: days, mostPerDay: 60, mostPerWeek: 400 },
    availability: {
      timeZone: zones[place % zones.length]!,
      week: usualWeek.map((day) =>
        day.length > 0
          ? [
              { from: 480, to: 750 },
              { from: 800, to: 1320 },
            ]
          : [],
      ),
      overrides: [{ date: "2026-10-24", hours: [{ from: 540, to: 720 }] }],
    },
    busy: Array.from({ length: events / 2 }, span),
    sessions: Array.from({ length: events / 2 }, (_, at) => session(place, at)),
  });
  return {
    ...{ mode, hosts: Array.from({ length: hosts }, (_, place) => host(place)), attendee: [span(), span()] },
    type: {
      ...{ id: "talk", lengthMinutes: 50, stepMinutes: 15, bufferBefore: 5, bufferAfter: 10, capacity: 4 },
      ...{ noticeMinutes: 60, horizonDays: days, mostPerDay: 30 },
    },
    closures: [{ from: "2026-11-02", to: "2026-11-02" }],
    ...{ waitingList: true, now },
  };
}
