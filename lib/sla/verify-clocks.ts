import "server-only";
import { and, eq, inArray, lte } from "drizzle-orm";
import { slaClocks, slaLooks, slaMoments } from "@/db/schema/sla";
import type { QueryContext } from "@/lib/platform/operation";
import { expectedClocks } from "./expected-clocks";
import { allMeasures } from "./measures";
import { policiesOverTime } from "./policies-over-time";
import { pagesOf } from "./rebuild-clocks";
import { columnsOf, momentsOf } from "./stored-clock";

/** Something that is stored of a record's clocks and does not follow from its history. */
export interface Difference {
  metric: string;
  entityId: string;
  cycle: number;
  /** The column, or `clock` where one is missing or one too many. */
  what: string;
  stored: string;
  replayed: string;
}

type Context = Pick<QueryContext, "tx" | "organisation" | "now">;

/**
 * Replays every record and compares what is stored with it: the clocks column by column, and what is still to be told of them. What has come
 * by this moment and is dealt with by the next sweep is no difference.
 */
export async function verifyClocks(context: Context): Promise<{ clocks: number; differences: Difference[] }> {
  const policies = await policiesOverTime(context);
  const found: Difference[] = [];
  let counted = 0;
  for (const measured of (await allMeasures()).values())
    for await (const ids of pagesOf(context, measured)) {
      const waiting = await waitingToBeLookedAt(context, measured.key, ids);
      const rest = ids.filter((id) => !waiting.has(id));
      const expected = await expectedClocks({ ...context }, measured, rest, policies, { asAssigned: true });
      const { clocks, moments } = await storedOf(context, measured.key, ids);
      for (const [entityId, { record, clocks: replayed }] of expected) {
        const own = clocks.filter((row) => row.entityId === entityId);
        counted += replayed.length;
        const add = (cycle: number, what: string, stored: unknown, other: unknown) =>
          found.push({ metric: measured.key, entityId, cycle, what, stored: said(stored), replayed: said(other) });
        for (const { cycle } of own.slice(replayed.length)) add(cycle, "clock", "there", "not there");
        for (const clock of replayed) {
          const row = own.find(({ cycle }) => cycle === clock.cycle);
          if (!row) {
            add(clock.cycle, "clock", "not there", clock.state);
            continue;
          }
          const columns = columnsOf(clock, measured, entityId, record, policies.policyOf);
          const isUntold = row.state === "running" && columns.state === "breached" && clock.stoppedAt === null;
          for (const [key, value] of Object.entries(columns)) {
            // Whoever answered for a clock when it ended goes on doing so.
            if (key === "responsibleId" && row.stoppedAt) continue;
            if (isUntold && ["state", "breachedAt", "decidedAt"].includes(key)) continue;
            const stored = row[key as keyof typeof row];
            if (said(stored) !== said(value)) add(clock.cycle, key, stored, value);
          }
          const told = moments.filter(({ clockId }) => clockId === row.id);
          const planned = momentsOf(clock).filter(({ at }) => at * 1000 > context.now.getTime());
          const coming = told.filter(({ state, at }) => state === "coming" && at > context.now);
          const key = (at: number, what: string, level: number) => `${what} ${level} ${new Date(at).toISOString()}`;
          const [one, other] = [
            coming.map(({ at, what, level }) => key(+at, what, level)).sort(),
            planned.map(({ at, what, level }) => key(at * 1000, what, level)).sort(),
          ];
          if (one.join() !== other.join()) add(clock.cycle, "coming", one.join(), other.join());
        }
      }
    }
  return { clocks: counted, differences: found };
}

const said = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** Records in whose history something came that was foreseen: the next sweep looks at them. */
async function waitingToBeLookedAt({ tx, now }: Context, metric: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: slaLooks.entityId })
    .from(slaLooks)
    .where(and(eq(slaLooks.metric, metric), lte(slaLooks.at, now), inArray(slaLooks.entityId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

async function storedOf({ tx }: Context, metric: string, ids: readonly string[]) {
  const clocks = await tx
    .select()
    .from(slaClocks)
    .where(and(eq(slaClocks.metric, metric), inArray(slaClocks.entityId, [...ids])))
    .orderBy(slaClocks.cycle);
  const moments =
    clocks.length === 0
      ? []
      : await tx
          .select()
          .from(slaMoments)
          .where(
            inArray(
              slaMoments.clockId,
              clocks.map(({ id }) => id),
            ),
          );
  return { clocks, moments };
}
