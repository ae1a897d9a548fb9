import "server-only";
import { and, eq, isNotNull, isNull, lte, ne, type SQL } from "drizzle-orm";
import { outreach } from "@/db/schema/job-search";
import { refreshContact } from "@/lib/job-search/commands/contacts";
import { recordToChange, storeChange } from "@/lib/job-search/load";
import { assertReaches, todayOf } from "@/lib/job-search/reach";
import { LogOutreachInput, RecordId } from "@/lib/job-search/schemas";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/** Writes down that somebody was written to, called or met. A promise that was open with the same contact is kept by it. */
export const logOutreach = command({
  name: "job-search.logOutreach",
  permission: "job-search:write",
  input: LogOutreachInput,
  example: ({ executiveId, searchContactId }) => ({
    personId: executiveId,
    contactId: searchContactId,
    kind: "call" as const,
    on: "2026-11-02",
    note: "Will ask her chairman.",
    followUpOn: "2026-11-20",
  }),
  async run(context, { personId, contactId, opportunityId, kind, on, note, followUpOn }) {
    await assertReaches(context, "job-search:write", personId);
    const today = await todayOf(context, personId);
    if (on && on > today) throw new Refusal("invalid", "This day has not come yet.", "on");
    if (contactId) await assertOwn(context, "contact", contactId, personId);
    if (opportunityId) await assertOwn(context, "opportunity", opportunityId, personId);
    if (contactId) await settlePromises(context, contactId, isNull(outreach.followUpDoneAt), context.now);
    const [row] = await context.tx
      .insert(outreach)
      .values({
        personId,
        contactId: contactId || null,
        opportunityId: opportunityId || null,
        kind,
        on: on || today,
        note: note ?? "",
        followUpOn: followUpOn || null,
        // The moment at which it kept the promises before it: so they are found again when it is taken back.
        createdAt: context.now,
      })
      .returning();
    context.record("outreach", null, row!);
    if (contactId) await refreshContact(context, contactId);
    return { id: row!.id };
  },
  undo: (_input, { id }) => ({ operation: "job-search.removeOutreach", input: { id } }),
});

/** A promise to come back was kept, or needs no more. */
export const finishFollowUp = command({
  name: "job-search.finishFollowUp",
  permission: "job-search:write",
  input: RecordId,
  example: ({ outreachId }) => ({ id: outreachId }),
  undo: ({ id }) => ({ operation: "job-search.reopenFollowUp", input: { id } }),
  run: (context, { id }) => settle(context, id, context.now),
});

export const reopenFollowUp = command({
  name: "job-search.reopenFollowUp",
  permission: "job-search:write",
  input: RecordId,
  example: ({ outreachId }) => ({ id: outreachId }),
  run: (context, { id }) => settle(context, id, null),
});

export const removeOutreach = command({
  name: "job-search.removeOutreach",
  permission: "job-search:write",
  input: RecordId,
  example: ({ outreachId }) => ({ id: outreachId }),
  undo: ({ id }) => ({ operation: "job-search.restoreOutreach", input: { id } }),
  run: (context, { id }) => setRemoved(context, id, context.now),
});

export const restoreOutreach = command({
  name: "job-search.restoreOutreach",
  permission: "job-search:write",
  input: RecordId,
  example: ({ outreachId }) => ({ id: outreachId }),
  run: (context, { id }) => setRemoved(context, id, null),
});

async function settle(context: CommandContext, id: string, followUpDoneAt: Date | null) {
  const before = await recordToChange(context, "outreach", id);
  if (!before.followUpOn) throw new Refusal("state", "Nothing was promised here.");
  const after = await storeChange(context, "outreach", before, { followUpDoneAt });
  context.record("outreach", before, after);
  if (before.contactId) await refreshContact(context, before.contactId);
  return { id };
}

async function setRemoved(context: CommandContext, id: string, deletedAt: Date | null) {
  const before = await recordToChange(context, "outreach", id, deletedAt === null);
  const after = await storeChange(context, "outreach", before, { deletedAt });
  context.record("outreach", before, after);
  if (before.contactId) {
    // An entry that is taken back keeps no promise: those that it kept are open again, until it is put back.
    const { createdAt } = before;
    const earlier = and(isNull(outreach.followUpDoneAt), lte(outreach.createdAt, createdAt), ne(outreach.id, id));
    if (deletedAt) await settlePromises(context, before.contactId, eq(outreach.followUpDoneAt, createdAt), null);
    else await settlePromises(context, before.contactId, earlier, createdAt);
    await refreshContact(context, before.contactId);
  }
  return { id };
}

/** Promises to a contact are kept at a moment, or are open again. */
async function settlePromises(context: CommandContext, contactId: string, which: SQL | undefined, at: Date | null) {
  const found = await context.tx
    .select()
    .from(outreach)
    .where(and(eq(outreach.contactId, contactId), isNotNull(outreach.followUpOn), isNull(outreach.deletedAt), which))
    .for("update");
  for (const before of found) {
    const after = await storeChange(context, "outreach", before, { followUpDoneAt: at });
    context.record("outreach", before, after);
  }
}

async function assertOwn(context: CommandContext, kind: "contact" | "opportunity", id: string, personId: string) {
  const record = await recordToChange(context, kind, id);
  if (record.personId !== personId) throw notFound(kind === "contact" ? "this contact" : "this opportunity");
}
