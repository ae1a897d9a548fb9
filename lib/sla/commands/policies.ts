import "server-only";
import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { businessCalendars } from "@/db/schema/business-time";
import { people } from "@/db/schema/people";
import { slaPolicies, slaPolicyVersions, type StoredPromise } from "@/db/schema/sla";
import { nextOpening } from "@/lib/business-time/business-time";
import { calendarsOverTime } from "@/lib/business-time/calendars-over-time";
import { beginCalendars } from "@/lib/business-time/commands/calendars";
import { personIdOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { allMeasures } from "../measures";
import { AddPolicyInput, EditPolicyInput, PolicyId, type PolicyFields } from "../schemas";
import { promisesFrom } from "../promises-from-fields";
import { usualPromises } from "../usual-promises";

type PolicyRow = typeof slaPolicies.$inferSelect;

/** Most policies that an organisation keeps. */
const mostPolicies = 100;

/** The promises with which an organisation begins: they hold for all that starts from now on. Made where there never was one. */
export const beginPolicies = command({
  name: "sla.begin",
  permission: "sla:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ id: string }> {
    const [known] = await context.tx.select({ id: slaPolicies.id }).from(slaPolicies).limit(1);
    if (known) return known;
    const { id: calendarId } = await context.callAsSystem(beginCalendars, {});
    const policy = await insertPolicy(context, "What we promise", {});
    await insertVersion(context, policy, 1, { open: "keep", calendarId, promises: usualPromises });
    return { id: policy.id };
  },
});

/** Another policy. It holds from now on: for what starts, and for what runs where that is asked for. */
export const addPolicy = command({
  name: "sla.addPolicy",
  permission: "sla:write",
  input: AddPolicyInput,
  example: ({ calendarId, packageId }) => ({
    ...{ name: "Leadership", matches: { package: [packageId] }, calendarId, open: "keep" as const },
    promises: [
      {
        ...{ metric: "first-contact", minutes: 240, time: "business" as const, warnAt: [50] },
        escalations: [{ afterMinutes: 60, people: [], overseers: true }],
      },
    ],
  }),
  undo: (_input, { id }: { id: string }) => ({ operation: "sla.withdrawPolicy", input: { id } }),
  async run(context, { name, matches, ...fields }): Promise<{ id: string }> {
    const standing = await context.tx.select().from(slaPolicies).where(isNull(slaPolicies.withdrawnAt)).for("update");
    if (standing.length >= mostPolicies)
      throw new Refusal("limit", `There is room for ${mostPolicies} policies. Withdraw one first.`, "name");
    await assertSound(context, { name, matches, ...fields });
    const policy = await insertPolicy(context, name, matches);
    await insertVersion(context, policy, 1, { ...fields, promises: promisesFrom(fields.promises) });
    context.emit("sla.policies-changed", { policyId: policy.id });
    return { id: policy.id };
  },
});

/** Promises otherwise from now on. What was measured by the version before stays as it was. */
export const editPolicy = command({
  name: "sla.editPolicy",
  permission: "sla:write",
  input: EditPolicyInput,
  example: ({ slaPolicyId, calendarId }) => ({
    ...{
      id: slaPolicyId,
      expectedVersion: 1,
      name: "What we promise",
      matches: {},
      calendarId,
      open: "apply" as const,
    },
    promises: [
      { metric: "message-answer", minutes: 240, time: "business" as const, warnAt: [50, 80], escalations: [] },
    ],
  }),
  async run(context, { id, expectedVersion, name, matches, ...fields }): Promise<{ id: string }> {
    const before = await policyToChange(context, id);
    const [newest] = await context.tx
      .select()
      .from(slaPolicyVersions)
      .where(eq(slaPolicyVersions.policyId, id))
      .orderBy(desc(slaPolicyVersions.number))
      .limit(1);
    assertVersion({ ...before, calendarId: newest!.calendarId }, expectedVersion, "this policy");
    await assertSound(context, { name, matches, ...fields }, before);
    await update(context, before, { name, nameKey: nameKey(name), matches });
    await insertVersion(context, before, newest!.number + 1, { ...fields, promises: promisesFrom(fields.promises) });
    context.emit("sla.policies-changed", { policyId: id });
    return { id };
  },
});

/** It holds for nothing that starts from now on; what runs by it runs on. */
export const withdrawPolicy = command({
  name: "sla.withdrawPolicy",
  permission: "sla:write",
  input: PolicyId,
  example: ({ slaPolicyId }) => ({ id: slaPolicyId }),
  undo: ({ id }) => ({ operation: "sla.restorePolicy", input: { id } }),
  async run(context, { id }): Promise<{ id: string }> {
    const before = await policyToChange(context, id);
    await update(context, before, { withdrawnAt: context.now });
    context.emit("sla.policies-changed", { policyId: id });
    return { id };
  },
});

/** Brings a policy back that was withdrawn, for what starts from now on. */
export const restorePolicy = command({
  name: "sla.restorePolicy",
  permission: "sla:write",
  input: PolicyId,
  example: ({ withdrawnSlaPolicyId }) => ({ id: withdrawnSlaPolicyId }),
  async run(context, { id }): Promise<{ id: string }> {
    const before = await policyToChange(context, id, true);
    if (!before.withdrawnAt) return { id };
    await assertFreeName(context, before.name, id);
    await update(context, before, { withdrawnAt: null });
    context.emit("sla.policies-changed", { policyId: id });
    return { id };
  },
});

async function policyToChange({ tx }: CommandContext, id: string, withdrawn = false): Promise<PolicyRow> {
  const [row] = await tx.select().from(slaPolicies).where(eq(slaPolicies.id, id)).for("update");
  if (!row || (row.withdrawnAt && !withdrawn)) throw notFound("this policy");
  return row;
}

async function insertPolicy(context: CommandContext, name: string, matches: Record<string, string[]>) {
  const [row] = await context.tx
    .insert(slaPolicies)
    .values({ name, nameKey: nameKey(name), matches })
    .returning();
  context.record("sla-policy", null, row!);
  return row!;
}

async function update(context: CommandContext, before: PolicyRow, changes: Partial<PolicyRow>): Promise<void> {
  const [after] = await context.tx
    .update(slaPolicies)
    .set({ ...changes, version: before.version + 1, updatedAt: context.now })
    .where(eq(slaPolicies.id, before.id))
    .returning();
  context.record("sla-policy", before, after!);
}

async function insertVersion(
  context: CommandContext,
  { id: policyId }: PolicyRow,
  number: number,
  says: { open: "apply" | "keep"; calendarId: string; promises: Readonly<Record<string, StoredPromise>> },
): Promise<void> {
  const [row] = await context.tx
    .insert(slaPolicyVersions)
    .values({ policyId, number, from: context.now, byPersonId: personIdOf(context.actor), ...says })
    .returning();
  context.record("sla-policy-version", null, row!);
}

/** Refuses what could never be measured: a metric or trait that nobody declares, a calendar that never opens, people who are not there. */
async function assertSound(
  context: CommandContext,
  fields: Omit<PolicyFields, "open">,
  but?: PolicyRow,
): Promise<void> {
  await assertFreeName(context, fields.name, but?.id);
  const measures = await allMeasures();
  for (const [place, { metric }] of fields.promises.entries())
    if (!measures.has(metric))
      throw new Refusal("invalid", "Nothing like this is measured.", `promises.${place}.metric`);
  const traits = new Set([...measures.values()].flatMap((measured) => Object.keys(measured.traits)));
  for (const trait of Object.keys(fields.matches))
    if (!traits.has(trait)) throw new Refusal("invalid", "Policies cannot ask for this.", "matches");
  const [calendar] = await context.tx
    .select({ id: businessCalendars.id })
    .from(businessCalendars)
    .where(and(eq(businessCalendars.id, fields.calendarId), isNull(businessCalendars.deletedAt)));
  const said = calendar && (await calendarsOverTime(context, [calendar.id])).get(calendar.id)?.at(-1)?.calendar;
  if (!said) throw new Refusal("invalid", "Choose a calendar.", "calendarId");
  if (!nextOpening(context.now, said))
    throw new Refusal("invalid", "No work is done in this calendar from now on.", "calendarId");
  const named = [
    ...new Set(fields.promises.flatMap(({ escalations }) => escalations.flatMap(({ people: ids }) => ids))),
  ];
  const there =
    named.length === 0 ? [] : await context.tx.select({ id: people.id }).from(people).where(inArray(people.id, named));
  if (there.length < named.length)
    throw new Refusal("invalid", "Somebody who is to be told is not there any more.", "promises");
}

async function assertFreeName({ tx }: CommandContext, name: string, but?: string): Promise<void> {
  const [taken] = await tx
    .select({ id: slaPolicies.id })
    .from(slaPolicies)
    .where(
      and(
        eq(slaPolicies.nameKey, nameKey(name)),
        isNull(slaPolicies.withdrawnAt),
        but ? ne(slaPolicies.id, but) : undefined,
      ),
    );
  if (taken) throw new Refusal("conflict", "Another policy has this name.", "name");
}
