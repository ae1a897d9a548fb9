import "server-only";
import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { slaClocks } from "@/db/schema/sla";
import { query } from "@/lib/platform/operation";
import { clocksWithTimeLeft, type ShownClock } from "../clocks-with-time-left";
import { visibleClocks } from "../visibility";

/** Most that are told of each kind. */
const most = 5;

/** What somebody was promised: what runs, what stands, and what was decided last. Each has a page that says why it is due then. */
export const clocksOfPerson = query({
  name: "sla.ofPerson",
  permission: "sla:read",
  input: z.strictObject({ personId: z.uuid() }),
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    const own = and(eq(slaClocks.personId, personId), visibleClocks(context.actor))!;
    const brief = {
      id: slaClocks.id,
      metric: slaClocks.metric,
      state: slaClocks.state,
      decidedAt: slaClocks.decidedAt,
    };
    return {
      running: (await clocksWithTimeLeft(
        context,
        and(own, isNull(slaClocks.stoppedAt), inArray(slaClocks.state, ["running", "breached"]))!,
        most,
      )) satisfies ShownClock[],
      paused: await context.tx
        .select(brief)
        .from(slaClocks)
        .where(and(own, isNull(slaClocks.stoppedAt), eq(slaClocks.state, "paused")))
        .limit(most),
      decided: await context.tx
        .select(brief)
        .from(slaClocks)
        .where(and(own, isNotNull(slaClocks.stoppedAt), inArray(slaClocks.state, ["met", "breached"])))
        .orderBy(desc(slaClocks.decidedAt))
        .limit(most),
    };
  },
});
