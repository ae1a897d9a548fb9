import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { slaKeptMonths } from "@/db/schema/sla";
import { command } from "@/lib/platform/operation";
import { monthsToCount, sumsOf } from "../kept-months";

/** Counts a month that is over, once, so that compliance of years is added up from months. */
export const countMonths = command({
  name: "sla.countMonths",
  permission: "sla:write",
  input: z.strictObject({}),
  audit: { none: "Sums of clocks, which follow from what happened to their records." },
  example: () => ({}),
  async run(context): Promise<{ counted: number; more: boolean }> {
    const { tx, organisation } = context;
    const [month, ...others] = await monthsToCount(context);
    // Whoever changes a clock holds the other side of the lock until they are done; their month is counted an hour later.
    const key = `sla-kept-months/${organisation.id}`;
    const lock = sql`select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as mine`;
    const { rows } = (await tx.execute(lock)) as unknown as { rows: { mine: boolean }[] };
    if (!month || !rows[0]?.mine) return { counted: 0, more: false };
    const { start: startsAt, end: endsAt } = month;
    const sums = (await sumsOf(context, month)).map((sum) => ({ startsAt, endsAt, ...sum }));
    await tx.insert(slaKeptMonths).values(sums).onConflictDoNothing();
    return { counted: 1, more: others.length > 0 };
  },
});
