import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { slaClocks, slaExclusions } from "@/db/schema/sla";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { visibleClocks } from "../visibility";
import { allMeasures } from "../measures";
import { overseers } from "../overseers";
import { refreshClocks } from "../refresh-clocks";
import { AskExclusionInput, DecideExclusionInput, ExclusionId } from "../schemas";

type Exclusion = typeof slaExclusions.$inferSelect;

/** Asks that a clock counts nowhere. It counts until somebody else approves it. */
export const askExclusion = command({
  name: "sla.askExclusion",
  permission: "sla:exclude",
  input: AskExclusionInput,
  example: ({ slaClockId }) => ({ clockId: slaClockId, reason: "The message was a word of thanks." }),
  undo: (_input, { id }: { id: string }) => ({ operation: "sla.withdrawExclusion", input: { id } }),
  async run(context, { clockId, reason }): Promise<{ id: string }> {
    const { tx, actor, now, record } = context;
    const asker = personIdOf(actor);
    if (!asker) throw new Refusal("forbidden", "Only a person can ask for this.");
    const [clock] = await tx
      .select()
      .from(slaClocks)
      .where(and(eq(slaClocks.id, clockId), visibleClocks(actor, "sla:exclude")));
    if (!clock) throw notFound("this clock");
    if (clock.state === "cancelled") throw new Refusal("state", "This clock counts nowhere already.");
    const { metric, entityId, cycle } = clock;
    const [standing] = await tx
      .select({ id: slaExclusions.id })
      .from(slaExclusions)
      .where(
        and(
          ...[eq(slaExclusions.metric, metric), eq(slaExclusions.entityId, entityId), eq(slaExclusions.cycle, cycle)],
          inArray(slaExclusions.state, ["asked", "approved"]),
        ),
      );
    if (standing) throw new Refusal("conflict", "Somebody has asked for this already.");
    const [row] = await tx
      .insert(slaExclusions)
      .values({ metric, entityId, cycle, reason, state: "asked", askedBy: asker, askedAt: now })
      .returning();
    record("sla-exclusion", null, row!);
    const { title } = await titleOf(context, row!);
    await notify(context, {
      personIds: (await overseers(tx)).filter((id) => id !== asker),
      kind: "sla.exclusion-asked",
      data: { title, metric },
      href: `/clocks/${clockId}`,
      dedupeKey: `sla-exclusion/${row!.id}`,
    });
    return { id: row!.id };
  },
});

/** Says yes or no to what somebody else asked for. */
export const decideExclusion = command({
  name: "sla.decideExclusion",
  permission: "sla:approve",
  input: DecideExclusionInput,
  example: ({ slaExclusionId }) => ({ id: slaExclusionId, approve: true, note: "Agreed." }),
  async run(context, { id, approve, note }): Promise<{ id: string }> {
    const before = await exclusionToChange(context, id, ["asked"]);
    const decidedBy = personIdOf(context.actor);
    if (decidedBy === before.askedBy) throw new Refusal("forbidden", "Somebody else must decide what you asked for.");
    await change(context, before, {
      ...{ state: approve ? "approved" : "refused", decidedBy, decidedAt: context.now, decisionNote: note },
    });
    const { title } = await titleOf(context, before);
    await notify(context, {
      personIds: [before.askedBy],
      kind: approve ? "sla.exclusion-approved" : "sla.exclusion-refused",
      data: { title, metric: before.metric },
      href: `/clocks/${await clockOf(context, before)}`,
      dedupeKey: `sla-exclusion/${id}/decided`,
    });
    return { id };
  },
});

/** Takes back what one asked for, or what was approved: the clock counts again. */
export const withdrawExclusion = command({
  name: "sla.withdrawExclusion",
  permission: "sla:exclude",
  input: ExclusionId,
  example: ({ slaExclusionId }) => ({ id: slaExclusionId }),
  async run(context, { id }): Promise<{ id: string }> {
    const before = await exclusionToChange(context, id, ["asked", "approved"]);
    const [clock] = await context.tx
      .select({ id: slaClocks.id })
      .from(slaClocks)
      .where(and(ofExclusion(before), visibleClocks(context.actor, "sla:exclude")));
    if (!clock) throw notFound("this request");
    await change(context, before, { state: "withdrawn", withdrawnAt: context.now });
    return { id };
  },
});

const ofExclusion = ({ metric, entityId, cycle }: Exclusion) =>
  and(eq(slaClocks.metric, metric), eq(slaClocks.entityId, entityId), eq(slaClocks.cycle, cycle));

async function clockOf({ tx }: CommandContext, exclusion: Exclusion): Promise<string> {
  const [clock] = await tx.select({ id: slaClocks.id }).from(slaClocks).where(ofExclusion(exclusion));
  return clock?.id ?? "";
}

async function exclusionToChange({ tx }: CommandContext, id: string, states: readonly string[]): Promise<Exclusion> {
  const [row] = await tx.select().from(slaExclusions).where(eq(slaExclusions.id, id)).for("update");
  if (!row) throw notFound("this request");
  if (!states.includes(row.state)) throw new Refusal("state", "This was decided or taken back already.");
  return row;
}

async function change(context: CommandContext, before: Exclusion, changes: Partial<Exclusion>): Promise<void> {
  const [after] = await context.tx
    .update(slaExclusions)
    .set({ ...changes, version: before.version + 1, updatedAt: context.now })
    .where(eq(slaExclusions.id, before.id))
    .returning();
  context.record("sla-exclusion", before, after!);
  const measured = (await allMeasures()).get(before.metric);
  if (measured) await refreshClocks(context, [{ measured, ids: [before.entityId] }]);
}

async function titleOf(context: CommandContext, { metric, entityId }: Exclusion) {
  const measured = (await allMeasures()).get(metric);
  return (await measured?.titles(context, [entityId]))?.get(entityId) ?? { title: "", path: "" };
}
