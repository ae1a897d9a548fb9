import "server-only";
import { eq } from "drizzle-orm";
import { requirements } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import { attachFile } from "@/lib/files/commands";
import { personIdOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { indexRecord, unindexRecords } from "@/lib/platform/search-index";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { assertVersion } from "@/lib/platform/two-editors";
import { assertOwnTeam } from "@/lib/tailoring/reach";
import { amountText, minorOf } from "@/lib/tailoring/requirements/amounts";
import {
  descriptionPlace,
  opened,
  requirementToChange,
  skillsOf,
  type Requirement,
} from "@/lib/tailoring/requirements/load";
import {
  AddRequirementInput,
  EditRequirementInput,
  RequirementId,
  SetStatusInput,
  type RequirementFields,
} from "@/lib/tailoring/requirements/schemas";
import { putSkills } from "@/lib/tailoring/requirements/skills";
import { possibleStatuses, type RequirementStatus } from "@/lib/tailoring/requirements/status";

/** Somebody whom a client looks for. Who enters it looks after it. */
export const addRequirement = command({
  name: "tailoring.addRequirement",
  permission: "tailoring:write",
  input: AddRequirementInput,
  example: () => ({
    title: "Staff platform engineer",
    clientName: "Brenholm Bank",
    candidatesBy: "2026-11-30",
    skills: [{ name: "Kubernetes", need: "must" as const, years: "3" }],
  }),
  undo: (_input, { id }: { id: string }) => ({ operation: "tailoring.removeRequirement", input: { id } }),
  async run(context, { skills, ...fields }): Promise<{ id: string }> {
    const id = newId();
    const [made] = await context.tx
      .insert(requirements)
      .values({
        ...{ id, ...columnsOf(context, id, fields) },
        ownerPersonId: personIdOf(context.actor),
        ...{ statusSince: context.now, createdAt: context.now },
      })
      .returning();
    context.record("requirement", null, made!);
    await putSkills(context, id, skills);
    if (made!.sourceFileId)
      await context.call(attachFile, { fileId: made!.sourceFileId, entity: "requirement", entityId: id });
    context.remember({ entity: "requirement", entityId: id, kind: "tailoring.requirement-added" });
    await index(context, made!);
    return { id };
  },
});

export const editRequirement = command({
  name: "tailoring.editRequirement",
  permission: "tailoring:write",
  input: EditRequirementInput,
  example: ({ requirementId }) => ({
    ...{ id: requirementId, expectedVersion: 1, title: "Principal platform engineer", clientName: "Brenholm Bank" },
    skills: [{ name: "Kubernetes", need: "must" as const }],
  }),
  async run(context, { id, expectedVersion, skills, ...fields }): Promise<{ id: string }> {
    const before = await requirementToChange(context, id);
    const shown = opened(context, before, await skillsOf(context, id));
    const amounts = { rateFrom: amountText(before.rateFromMinor), rateTo: amountText(before.rateToMinor) };
    assertVersion({ ...shown, ...amounts }, expectedVersion, "this requirement");
    const { descriptionEncrypted, ...columns } = columnsOf(context, id, {
      ...fields,
      // Where it came from stays.
      ...{ source: before.source as "typed", sourceFileId: before.sourceFileId ?? "" },
    });
    const stays = (fields.description ?? "") === shown.description;
    const after = await update(context, before, { ...columns, ...(stays ? {} : { descriptionEncrypted }) });
    await putSkills(context, id, skills);
    context.remember({ entity: "requirement", entityId: id, kind: "tailoring.requirement-changed" });
    await index(context, after);
    return { id };
  },
});

/** Open, on hold, filled, closed. */
export const setRequirementStatus = command({
  name: "tailoring.setRequirementStatus",
  permission: "tailoring:write",
  input: SetStatusInput,
  example: ({ requirementId }) => ({ id: requirementId, status: "on-hold" as const }),
  undo: ({ id, status }, { from }) =>
    possibleStatuses(status).includes(from)
      ? { operation: "tailoring.setRequirementStatus", input: { id, status: from } }
      : null,
  async run(context, { id, status }) {
    const before = await requirementToChange(context, id);
    const from = before.status as RequirementStatus;
    if (!possibleStatuses(from).includes(status))
      throw new Refusal("state", "From where it stands, this requirement cannot go there. Open it again first.");
    await update(context, before, { status, statusSince: context.now });
    context.remember({ entity: "requirement", entityId: id, kind: `tailoring.requirement-${status}` });
    return { id, from };
  },
});

export const removeRequirement = command({
  name: "tailoring.removeRequirement",
  permission: "tailoring:write",
  input: RequirementId,
  example: ({ requirementId }) => ({ id: requirementId }),
  undo: ({ id }) => ({ operation: "tailoring.restoreRequirement", input: { id } }),
  async run(context, { id }) {
    await update(context, await requirementToChange(context, id), { deletedAt: context.now });
    await unindexRecords(context.tx, "requirement", [id]);
    return { id };
  },
});

export const restoreRequirement = command({
  name: "tailoring.restoreRequirement",
  permission: "tailoring:write",
  input: RequirementId,
  example: ({ requirementId }) => ({ id: requirementId }),
  async run(context, { id }) {
    await index(context, await update(context, await requirementToChange(context, id, true), { deletedAt: null }));
    return { id };
  },
});

async function update(
  { tx, now, record }: CommandContext,
  before: Requirement,
  changes: Partial<typeof requirements.$inferInsert>,
): Promise<Requirement> {
  const [after] = await tx
    .update(requirements)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(requirements.id, before.id))
    .returning();
  record("requirement", before, after!);
  return after!;
}

const index = ({ tx }: CommandContext, { id, title, clientName, vendorName, place }: Requirement) =>
  indexRecord(tx, {
    ...{ entity: "requirement", entityId: id, title: [title, clientName].filter(Boolean).join(", ") },
    body: `${vendorName} ${place}`,
  });

function columnsOf(
  { organisation, actor }: CommandContext,
  id: string,
  { rateFrom, rateTo, teamId, description, ...fields }: Omit<RequirementFields, "skills">,
) {
  const [from, to] = [minorOf(rateFrom), minorOf(rateTo)];
  if (from !== null && to !== null && to < from)
    throw new Refusal("invalid", "The upper end of the rate lies below the lower one.", "rateTo");
  return {
    title: fields.title,
    titleKey: nameKey(fields.title),
    clientName: fields.clientName ?? "",
    clientKey: nameKey(fields.clientName ?? ""),
    vendorName: fields.vendorName ?? "",
    vendorContact: fields.vendorContact ?? "",
    vendorEmail: fields.vendorEmail ?? "",
    vendorPhone: fields.vendorPhone ?? "",
    place: fields.place ?? "",
    workMode: fields.workMode ?? "",
    rateFromMinor: from,
    rateToMinor: to,
    currency: fields.currency ?? organisation.currency,
    ratePer: fields.ratePer ?? "hour",
    source: fields.source ?? "typed",
    sourceFileId: fields.sourceFileId || null,
    startsOn: fields.startsOn || null,
    candidatesBy: fields.candidatesBy || null,
    teamId: assertOwnTeam(actor, "tailoring:write", teamId),
    descriptionEncrypted: description ? sealText(dataKeyOf(organisation), description, descriptionPlace(id)) : null,
  };
}
