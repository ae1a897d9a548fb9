import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { opportunities, opportunityMoves } from "@/db/schema/job-search";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { recordToChange, storeChange, type Opportunity } from "@/lib/job-search/load";
import { assertReaches, todayOf } from "@/lib/job-search/reach";
import { isOpen, needsReason, whyNotMove, type Stage } from "@/lib/job-search/rules/stages";
import {
  AcceptOfferInput,
  AddOpportunityInput,
  EditOpportunityInput,
  MoveOpportunityInput,
  RecordId,
  type OpportunityFields,
} from "@/lib/job-search/schemas";
import { notify } from "@/lib/notifications/notify";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { indexRecord, unindexRecords } from "@/lib/platform/search-index";
import { assertVersion } from "@/lib/platform/two-editors";
import { sealPay } from "@/lib/programmes/pay";

export const addOpportunity = command({
  name: "job-search.addOpportunity",
  permission: "job-search:write",
  input: AddOpportunityInput,
  example: ({ executiveId }) => ({
    personId: executiveId,
    title: "Chief operating officer",
    companyName: "Harbourline Freight",
    nextAction: "Call Imke about the chair",
    nextActionOn: "2026-11-30",
  }),
  async run(context, { personId, stage = "target", ...fields }) {
    await assertReaches(context, "job-search:write", personId);
    const [row] = await context.tx
      .insert(opportunities)
      .values({ personId, stage, stageSince: context.now, ...columnsOf(context, fields) })
      .returning();
    context.record("opportunity", null, row!);
    await keepMove(context, row!, null, stage, "");
    await index(context, row!);
    context.emit("job-search.opportunity-added", { opportunityId: row!.id });
    return { id: row!.id };
  },
  undo: (_input, { id }) => ({ operation: "job-search.removeOpportunity", input: { id } }),
});

export const editOpportunity = command({
  name: "job-search.editOpportunity",
  permission: "job-search:write",
  input: EditOpportunityInput,
  example: ({ opportunityId }) => ({
    id: opportunityId,
    expectedVersion: 1,
    title: "Chief operating officer",
    companyName: "Port of Sande",
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const before = await recordToChange(context, "opportunity", id);
    const { agreedPayEncrypted: _, ...open } = before;
    const shown = { payFrom: payText(before.payFromMinor), payTo: payText(before.payToMinor) };
    assertVersion({ ...open, ...shown }, expectedVersion, "this opportunity");
    const columns = columnsOf(context, fields);
    const after = await storeChange(context, "opportunity", before, {
      ...columns,
      // Another day is another reminder.
      remindedOn: columns.nextActionOn === before.nextActionOn ? before.remindedOn : null,
    });
    context.record("opportunity", before, after);
    await index(context, after);
    return { id };
  },
});

/** Moves an opportunity on the board. Each move is kept; one that ends the pursuit says why. */
export const moveOpportunity = command({
  name: "job-search.moveOpportunity",
  permission: "job-search:write",
  input: MoveOpportunityInput,
  example: ({ opportunityId }) => ({ id: opportunityId, stage: "interviewing" as const }),
  undo: ({ id }, { from }) =>
    isOpen(from) ? { operation: "job-search.moveOpportunity", input: { id, stage: from } } : null,
  async run(context, { id, stage, reason = "" }) {
    const before = await recordToChange(context, "opportunity", id);
    const from = before.stage as Stage;
    if (stage === "accepted") throw new Refusal("state", "Accept an offer on its own page: there you say from when.");
    const problem = whyNotMove(from, stage);
    if (problem) throw new Refusal("state", problem);
    if (needsReason(stage) && !reason) throw new Refusal("invalid", "Say why it ended.", "reason");
    await changeStage(context, before, stage, reason, {
      ...{ endReason: reason, acceptedOn: null, startsOn: null, agreedPayEncrypted: null },
    });
    return { id, from, to: stage };
  },
});

/** The person takes an offer. The consultant is told, and finds the landing filled in to confirm. */
export const acceptOffer = command({
  name: "job-search.acceptOffer",
  permission: "job-search:write",
  input: AcceptOfferInput,
  example: ({ offeredOpportunityId }) => ({ id: offeredOpportunityId, acceptedOn: "2026-11-02" }),
  undo: ({ id }) => ({ operation: "job-search.moveOpportunity", input: { id, stage: "offer" } }),
  async run(context, { id, acceptedOn, startsOn, pay }) {
    const before = await recordToChange(context, "opportunity", id);
    const problem = whyNotMove(before.stage as Stage, "accepted");
    if (problem) throw new Refusal("state", problem);
    if (acceptedOn > (await todayOf(context, before.personId)))
      throw new Refusal("invalid", "The day of acceptance lies in the future.", "acceptedOn");
    const after = await changeStage(context, before, "accepted", "", {
      ...{ acceptedOn, startsOn: startsOn || null, endReason: "" },
      agreedPayEncrypted: sealPay(context, pay ?? null, `opportunity:${id}:pay`),
    });
    const running = await context.tx
      .select({ id: programmes.id, consultantId: programmes.consultantId, executive: people.name })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          eq(programmes.executiveId, before.personId),
          inArray(programmes.state, ["intake", "active", "paused"]),
          isNull(programmes.deletedAt),
        ),
      );
    for (const programme of running)
      await notify(context, {
        personIds: [programme.consultantId],
        kind: "job-search.accepted",
        data: { executive: programme.executive, title: after.title, company: after.companyName },
        href: `/programmes/${programme.id}/do/land`,
        dedupeKey: `offer-accepted/${id}/${after.version}`,
        about: { entity: "programme", id: programme.id },
      });
    context.emit("job-search.offer-accepted", { opportunityId: id });
    return { id };
  },
});

export const removeOpportunity = command({
  name: "job-search.removeOpportunity",
  permission: "job-search:write",
  input: RecordId,
  example: ({ opportunityId }) => ({ id: opportunityId }),
  undo: ({ id }) => ({ operation: "job-search.restoreOpportunity", input: { id } }),
  async run(context, { id }) {
    const before = await recordToChange(context, "opportunity", id);
    const after = await storeChange(context, "opportunity", before, { deletedAt: context.now });
    context.record("opportunity", before, after);
    await unindexRecords(context.tx, "opportunity", [id]);
    return { id };
  },
});

export const restoreOpportunity = command({
  name: "job-search.restoreOpportunity",
  permission: "job-search:write",
  input: RecordId,
  example: ({ opportunityId }) => ({ id: opportunityId }),
  async run(context, { id }) {
    const before = await recordToChange(context, "opportunity", id, true);
    const after = await storeChange(context, "opportunity", before, { deletedAt: null });
    context.record("opportunity", before, after);
    await index(context, after);
    return { id };
  },
});

async function changeStage(
  context: CommandContext,
  before: Opportunity,
  stage: Stage,
  reason: string,
  more: Partial<Opportunity>,
): Promise<Opportunity> {
  const after = await storeChange(context, "opportunity", before, { stage, stageSince: context.now, ...more });
  context.record("opportunity", before, after);
  await keepMove(context, before, before.stage, stage, reason);
  context.emit("job-search.opportunity-moved", { opportunityId: before.id, stage });
  return after;
}

async function keepMove(
  { tx, now, record }: CommandContext,
  { id, personId }: Pick<Opportunity, "id" | "personId">,
  fromStage: string | null,
  toStage: Stage,
  reason: string,
): Promise<void> {
  const [move] = await tx
    .insert(opportunityMoves)
    .values({ personId, opportunityId: id, fromStage, toStage, at: now, reason })
    .returning();
  record("opportunity_move", null, move!);
}

const index = ({ tx }: CommandContext, { id, title, companyName, place }: Opportunity) =>
  indexRecord(tx, { entity: "opportunity", entityId: id, title: `${title}, ${companyName}`, body: place });

function columnsOf({ organisation }: CommandContext, { payFrom, payTo, ...fields }: OpportunityFields) {
  const [from, to] = [minorOf(payFrom), minorOf(payTo)];
  if (from !== null && to !== null && to < from)
    throw new Refusal("invalid", "The upper end of the pay lies below the lower one.", "payTo");
  return {
    title: fields.title,
    titleKey: nameKey(fields.title),
    companyName: fields.companyName,
    companyKey: nameKey(fields.companyName),
    place: fields.place ?? "",
    source: fields.source ?? "",
    link: fields.link ?? "",
    payFromMinor: from,
    payToMinor: to,
    currency: fields.currency ?? organisation.currency,
    nextAction: fields.nextAction ?? "",
    nextActionOn: fields.nextActionOn || null,
    notes: fields.notes ?? "",
  };
}

const minorOf = (pay: string | undefined): number | null => (pay ? Number(pay.replace(/\D/g, "")) * 100 : null);

const payText = (minor: number | null): string => (minor === null ? "" : String(minor / 100));
