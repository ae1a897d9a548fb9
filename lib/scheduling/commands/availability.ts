import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { hostDays, hostHours } from "@/db/schema/scheduling";
import { people } from "@/db/schema/people";
import { hoursText, windowsOf } from "@/lib/business-time/hours-text";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { lockHosts } from "../lock-hosts";
import { HostDayId, HostDayInput, HostHoursInput, HostId } from "../schemas";

/** Most days off, or rows of them, that somebody keeps. */
const mostDays = 300;

/** When somebody can be booked. Whoever said nothing of it is booked in the organisation's hours: `expectedVersion` is 0 then. */
export const setHostHours = command({
  name: "scheduling.setHours",
  permission: "availability:write",
  input: HostHoursInput,
  example: ({ consultantId }) => ({
    ...{ personId: consultantId, timeZone: "Europe/Zurich", noticeMinutes: 120, horizonDays: 60 },
    week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 5 ? [{ from: "09:00", to: "16:00" }] : [])),
    ...{ mostPerDay: 6, mostPerWeek: null, expectedVersion: 1 },
  }),
  async run(context, { personId, week, expectedVersion, ...fields }): Promise<{ personId: string }> {
    const { tx, now, record } = context;
    await assertHost(context, personId, "availability:write");
    // Two who say hours for the first time find no row to hold.
    await lockHosts(context, [{ personId }]);
    const before = await hoursRow(context, personId);
    assertVersion(told(before), expectedVersion, "these hours");
    const said = { ...fields, week: week.map(windowsOf) };
    const [after] = await tx
      .insert(hostHours)
      .values({ personId, ...said })
      .onConflictDoUpdate({
        target: [hostHours.organisationId, hostHours.personId],
        set: { ...said, deletedAt: null, version: (before?.version ?? 0) + 1, updatedAt: now },
      })
      .returning();
    record("host-hours", before ?? null, after!);
    return { personId };
  },
});

/** Back to the organisation's hours, without own limits. */
export const dropHostHours = command({
  name: "scheduling.dropHours",
  permission: "availability:write",
  input: HostId,
  example: ({ consultantId }) => ({ personId: consultantId }),
  undo: ({ personId }) => ({ operation: "scheduling.restoreHours", input: { personId } }),
  async run(context, { personId }): Promise<{ personId: string }> {
    await setDropped(context, personId, context.now);
    return { personId };
  },
});

/** Own hours as they were before one went back to the organisation's. */
export const restoreHostHours = command({
  name: "scheduling.restoreHours",
  permission: "availability:write",
  input: HostId,
  example: ({ consultantId }) => ({ personId: consultantId }),
  async run(context, { personId }): Promise<{ personId: string }> {
    await setDropped(context, personId, null);
    return { personId };
  },
});

async function setDropped(context: CommandContext, personId: string, deletedAt: Date | null): Promise<void> {
  const { tx, now, record } = context;
  await assertHost(context, personId, "availability:write");
  await lockHosts(context, [{ personId }]);
  const before = await hoursRow(context, personId);
  if (!before || (deletedAt && before.deletedAt)) throw new Refusal("state", "The organisation's hours hold already.");
  const [after] = await tx
    .update(hostHours)
    .set({ deletedAt, version: before.version + 1, updatedAt: now })
    .where(eq(hostHours.id, before.id))
    .returning();
  record("host-hours", before, after!);
}

/** What somebody said of their hours, taken back or not. */
async function hoursRow({ tx }: CommandContext, personId: string) {
  const [row] = await tx.select().from(hostHours).where(eq(hostHours.personId, personId)).for("update");
  return row;
}

/** What stands now, as a form reads it: nothing that somebody said of their own is version 0. */
const told = (row: Awaited<ReturnType<typeof hoursRow>>) =>
  row && !row.deletedAt ? { ...row, week: row.week.map((hours) => hours.map(hoursText)) } : { version: 0 };

/** Days on which somebody is off, or has other hours than the week says. Sessions that are booked then stay. */
export const addHostDay = command({
  name: "scheduling.addDay",
  permission: "availability:write",
  input: HostDayInput,
  example: ({ consultantId }) => ({
    ...{ personId: consultantId, name: "Away", fromOn: "2027-02-08", toOn: "2027-02-12", hours: [] },
  }),
  undo: (_input, { id }: { id: string }) => ({ operation: "scheduling.removeDay", input: { id } }),
  async run(context, { personId, toOn, hours, ...fields }): Promise<{ id: string }> {
    const { tx, record } = context;
    await assertHost(context, personId, "availability:write");
    const [{ kept } = { kept: 0 }] = await tx
      .select({ kept: count() })
      .from(hostDays)
      .where(and(eq(hostDays.personId, personId), isNull(hostDays.deletedAt)));
    if (kept >= mostDays) throw new Refusal("limit", `There is room for ${mostDays} of these.`, "fromOn");
    const [row] = await tx
      .insert(hostDays)
      .values({ personId, ...fields, toOn: toOn || fields.fromOn, hours: windowsOf(hours) })
      .returning();
    record("host-day", null, row!);
    return { id: row!.id };
  },
});

export const removeHostDay = command({
  name: "scheduling.removeDay",
  permission: "availability:write",
  input: HostDayId,
  example: ({ hostDayId }) => ({ id: hostDayId }),
  undo: ({ id }) => ({ operation: "scheduling.restoreDay", input: { id } }),
  run: (context, { id }) => setRemoved(context, id, context.now),
});

export const restoreHostDay = command({
  name: "scheduling.restoreDay",
  permission: "availability:write",
  input: HostDayId,
  example: ({ hostDayId }) => ({ id: hostDayId }),
  run: (context, { id }) => setRemoved(context, id, null),
});

async function setRemoved(context: CommandContext, id: string, deletedAt: Date | null): Promise<{ id: string }> {
  const { tx, now, record } = context;
  const [row] = await tx.select().from(hostDays).where(eq(hostDays.id, id)).for("update");
  if (!row || (deletedAt && row.deletedAt)) throw notFound("this day");
  await assertHost(context, row.personId, "availability:write");
  const [after] = await tx
    .update(hostDays)
    .set({ deletedAt, version: row.version + 1, updatedAt: now })
    .where(eq(hostDays.id, id))
    .returning();
  record("host-day", row, after!);
  return { id };
}

/** Whose availability the actor may see or change: their own, or everybody's who works here. */
export async function assertHost(
  { tx, actor }: Pick<CommandContext, "tx" | "actor">,
  personId: string,
  permission: Permission,
): Promise<void> {
  const all = scopesOf(actor, permission).has("all");
  if (!all && personIdOf(actor) !== personId) throw notFound("this person");
  const [known] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deletedAt)));
  if (!known) throw notFound("this person");
}
