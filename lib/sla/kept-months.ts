import "server-only";
import { and, eq, gte, inArray, lte, min, sql } from "drizzle-orm";
import { slaClocks, slaKeptMonths } from "@/db/schema/sla";
import { civilDate } from "@/lib/platform/civil-dates";
import type { QueryContext } from "@/lib/platform/operation";
import { momentsOf, monthsOf, type DayRange } from "@/lib/platform/period";
import { counts, decidedWithin, keyOf, type Dimension, type Stretch } from "./kept";
import type { Counts } from "./rules/compliance";

type Context = Pick<QueryContext, "tx" | "organisation" | "now">;

/** A month of the organisation's calendar, by its first day, with its moments. */
export interface Month extends Stretch {
  first: string;
}

/** Of a month: what was decided under each key of what it is broken down by, and `all` of it. */
export interface Sum extends Counts {
  by: "all" | Exclude<Dimension, "month">;
  key: string;
}

/** Counts a month from its clocks. */
export async function sumsOf({ tx }: Context, month: Stretch): Promise<Sum[]> {
  const { metric, policy, responsible, sponsor } = keyOf;
  const found = await tx
    .select({
      ...{ metric: sql<string>`${metric()}`, policy: sql<string>`${policy()}` },
      ...{ responsible: sql<string>`${responsible()}`, sponsor: sql<string>`${sponsor()}` },
      ...counts,
    })
    .from(slaClocks)
    .where(decidedWithin([month]))
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`);
  const sums = new Map<string, Sum>([["all/", { by: "all", key: "", met: 0, breached: 0, excluded: 0 }]]);
  for (const { met, breached, excluded, ...keys } of found)
    for (const [by, key] of [["all", ""], ...Object.entries(keys)] as [Sum["by"], string][]) {
      const sum = sums.get(`${by}/${key}`) ?? { by, key, met: 0, breached: 0, excluded: 0 };
      sums.set(`${by}/${key}`, {
        ...{ by, key, met: sum.met + met, breached: sum.breached + breached, excluded: sum.excluded + excluded },
      });
    }
  return [...sums.values()];
}

/**
 * Months that are over and stand counted: what they hold for one dimension, and the stretches of a period that are left to be counted from their clocks.
 * A month that was counted by another clock on the wall is none of them.
 */
export async function monthsCounted({ tx, organisation }: Context, period: DayRange, by: Dimension) {
  const { start, end } = momentsOf(period, organisation.timeZone);
  const months = new Map(
    monthsOf(period).map((first) => {
      const month = monthFrom(first, organisation.timeZone);
      return [stretchKey(month.start, month.end), month] as const;
    }),
  );
  const rows = await tx
    .select()
    .from(slaKeptMonths)
    .where(
      and(
        inArray(slaKeptMonths.by, by === "month" ? ["all"] : ["all", by]),
        ...[gte(slaKeptMonths.startsAt, start), lte(slaKeptMonths.endsAt, end)],
      ),
    )
    .orderBy(slaKeptMonths.startsAt);
  const sums: (Counts & { key: string })[] = [];
  const left: Stretch[] = [];
  let from = start;
  for (const { startsAt, endsAt, by: of, key, met, breached, excluded } of rows) {
    const month = months.get(stretchKey(startsAt, endsAt));
    if (!month) continue;
    if (of === "all") {
      if (startsAt > from) left.push({ start: from, end: startsAt });
      from = endsAt;
    }
    if (of === by) sums.push({ key, met, breached, excluded });
    else if (by === "month") sums.push({ key: month.first, met, breached, excluded });
  }
  if (end > from) left.push({ start: from, end });
  return { sums, left };
}

/** The months that are over, since the first promise was decided, and do not stand counted; the oldest one first. */
export async function monthsToCount(context: Context): Promise<Month[]> {
  const { tx, organisation, now } = context;
  const { timeZone } = organisation;
  const [decided] = await tx.select({ first: min(slaClocks.decidedAt) }).from(slaClocks);
  if (!decided?.first) return [];
  const months = monthsOf({ from: civilDate(decided.first, timeZone), to: civilDate(now, timeZone) });
  const known = await tx
    .select({ startsAt: slaKeptMonths.startsAt, endsAt: slaKeptMonths.endsAt })
    .from(slaKeptMonths)
    .where(eq(slaKeptMonths.by, "all"));
  const counted = new Set(known.map(({ startsAt, endsAt }) => stretchKey(startsAt, endsAt)));
  return months
    .map((first) => monthFrom(first, timeZone))
    .filter(({ start, end }) => end <= now && !counted.has(stretchKey(start, end)));
}

/** Months that stand counted otherwise than their clocks are, by their first moment: there should be none. */
export async function monthsCountedWrong(context: Context): Promise<Date[]> {
  const rows = await context.tx.select().from(slaKeptMonths);
  const said = (sums: readonly (Counts & { by: string; key: string })[]) =>
    sums
      .map(({ by, key, met, breached, excluded }) => [by, key, met, breached, excluded].join("/"))
      .sort()
      .join();
  const wrong: Date[] = [];
  for (const { startsAt, endsAt } of rows.filter(({ by }) => by === "all")) {
    const key = stretchKey(startsAt, endsAt);
    const stored = rows.filter((row) => stretchKey(row.startsAt, row.endsAt) === key);
    if (said(stored) !== said(await sumsOf(context, { start: startsAt, end: endsAt }))) wrong.push(startsAt);
  }
  return wrong;
}

/** Takes such months away: they are counted anew. */
export async function forgetMonths({ tx }: Context, months: readonly Date[]): Promise<void> {
  await tx.delete(slaKeptMonths).where(inArray(slaKeptMonths.startsAt, [...months]));
}

function monthFrom(first: string, timeZone: string): Month {
  const [year, month] = first.split("-").map(Number);
  const last = new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
  return { first, ...momentsOf({ from: first, to: last }, timeZone) };
}

const stretchKey = (start: Date, end: Date) => `${start.getTime()}/${end.getTime()}`;
