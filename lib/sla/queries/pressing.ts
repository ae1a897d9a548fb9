import "server-only";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { slaClocks } from "@/db/schema/sla";
import { query } from "@/lib/platform/operation";
import { clocksWithTimeLeft, type ShownClock } from "../clocks-with-time-left";
import { visibleClocks } from "../visibility";
import { warned } from "../warned";

/** Most that are told one by one. */
const most = 8;

/** Promises that are late, or of which somebody was warned: how many, and the first due of them with the time that is left. */
export const pressingClocks = query({
  name: "sla.pressing",
  permission: "sla:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ late: number; atRisk: number; clocks: ShownClock[] }> {
    const { tx, actor } = context;
    const late = eq(slaClocks.state, "breached");
    const open = and(
      isNull(slaClocks.stoppedAt),
      eq(slaClocks.counts, true),
      inArray(slaClocks.state, ["running", "breached"]),
      visibleClocks(actor),
    )!;
    const [counts] = await tx
      .select({
        late: sql<number>`count(*) filter (where ${late})::int`,
        atRisk: sql<number>`count(*) filter (where ${slaClocks.state} = 'running' and ${warned})::int`,
      })
      .from(slaClocks)
      .where(open);
    return {
      late: counts?.late ?? 0,
      atRisk: counts?.atRisk ?? 0,
      clocks: await clocksWithTimeLeft(context, and(open, or(late, warned))!, most),
    };
  },
});
