import "server-only";
import { eq } from "drizzle-orm";
import { profilePositions, profileSections } from "@/db/schema/resumes";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import {
  AddPositionInput,
  AddSectionInput,
  EditPositionInput,
  EditSectionInput,
  ResumeId,
} from "@/lib/resumes/schemas";
import { mayReach } from "@/lib/resumes/visibility";

/*
 * Positions and sections that a person writes, corrects and takes away by hand: no resume is needed for a whole profile.
 */

/** A position that the person adds to their profile by hand. */
export const addPosition = command({
  name: "resumes.addPosition",
  permission: "resumes:write",
  input: AddPositionInput,
  example: ({ executiveId }) => ({
    personId: executiveId,
    title: "VP Operations",
    employer: "Lindqvarn Logistics",
    starts: "2019",
    ends: "2026",
  }),
  async run(context, { personId, ...position }) {
    await assertWrites(context, personId, "this person");
    const [row] = await context.tx
      .insert(profilePositions)
      .values({ personId, ...position, ...keysOf(position) })
      .returning();
    context.record("position", null, row!);
    return { id: row!.id };
  },
  undo: (_input, { id }) => ({ operation: "resumes.removePosition", input: { id } }),
});

/** Corrects a position, whether it was read from a resume or typed. Who saves second sees both versions. */
export const editPosition = command({
  name: "resumes.editPosition",
  permission: "resumes:write",
  input: EditPositionInput,
  example: ({ positionId }) => ({
    ...{ id: positionId, expectedVersion: 1, title: "Vice President Operations" },
    ...{ employer: "Lindqvarn Logistics", starts: "2017", ends: "2026" },
  }),
  async run(context, { id, expectedVersion, ...position }) {
    const before = await positionToChange(context, id);
    assertVersion(before, expectedVersion, "this position");
    const days = before.starts !== position.starts || before.ends !== position.ends ? keysOf(position) : {};
    await changePosition(context, before, { ...position, ...days });
    return { id };
  },
});

export const removePosition = command({
  name: "resumes.removePosition",
  permission: "resumes:write",
  input: ResumeId,
  example: ({ positionId }) => ({ id: positionId }),
  undo: ({ id }) => ({ operation: "resumes.restorePosition", input: { id } }),
  async run(context, { id }) {
    await changePosition(context, await positionToChange(context, id), { deletedAt: context.now });
    return { id };
  },
});

export const restorePosition = command({
  name: "resumes.restorePosition",
  permission: "resumes:write",
  input: ResumeId,
  example: ({ positionId }) => ({ id: positionId }),
  async run(context, { id }) {
    await changePosition(context, await positionToChange(context, id, true), { deletedAt: null });
    return { id };
  },
});

/** A summary, education or other part of the profile in the person's own words. */
export const addSection = command({
  name: "resumes.addSection",
  permission: "resumes:write",
  input: AddSectionInput,
  example: ({ executiveId }) => ({
    ...{ personId: executiveId, kind: "summary" as const, title: "" },
    body: "Operations for plants that must get well again.",
  }),
  async run(context, { personId, ...section }) {
    await assertWrites(context, personId, "this person");
    const [row] = await context.tx
      .insert(profileSections)
      .values({ personId, ...section })
      .returning();
    context.record("profile-section", null, row!);
    return { id: row!.id };
  },
  undo: (_input, { id }) => ({ operation: "resumes.removeSection", input: { id } }),
});

export const editSection = command({
  name: "resumes.editSection",
  permission: "resumes:write",
  input: EditSectionInput,
  example: ({ profileSectionId }) => ({
    ...{ id: profileSectionId, expectedVersion: 1, kind: "summary" as const, title: "In short", body: "Twenty years." },
  }),
  async run(context, { id, expectedVersion, ...section }) {
    const before = await sectionToChange(context, id);
    assertVersion(before, expectedVersion, "this part");
    await changeSection(context, before, section);
    return { id };
  },
});

export const removeSection = command({
  name: "resumes.removeSection",
  permission: "resumes:write",
  input: ResumeId,
  example: ({ profileSectionId }) => ({ id: profileSectionId }),
  undo: ({ id }) => ({ operation: "resumes.restoreSection", input: { id } }),
  async run(context, { id }) {
    await changeSection(context, await sectionToChange(context, id), { deletedAt: context.now });
    return { id };
  },
});

export const restoreSection = command({
  name: "resumes.restoreSection",
  permission: "resumes:write",
  input: ResumeId,
  example: ({ profileSectionId }) => ({ id: profileSectionId }),
  async run(context, { id }) {
    await changeSection(context, await sectionToChange(context, id, true), { deletedAt: null });
    return { id };
  },
});

type Position = typeof profilePositions.$inferSelect;
type Section = typeof profileSections.$inferSelect;

async function assertWrites({ tx, actor }: CommandContext, personId: string, what: string): Promise<void> {
  if (!(await mayReach(tx, actor, "resumes:write", personId))) throw notFound(what);
}

async function positionToChange(context: CommandContext, id: string, removed = false): Promise<Position> {
  const [row] = await context.tx.select().from(profilePositions).where(eq(profilePositions.id, id)).for("update");
  if (!row || (row.deletedAt && !removed)) throw notFound("this position");
  await assertWrites(context, row.personId, "this position");
  return row;
}

async function sectionToChange(context: CommandContext, id: string, removed = false): Promise<Section> {
  const [row] = await context.tx.select().from(profileSections).where(eq(profileSections.id, id)).for("update");
  if (!row || (row.deletedAt && !removed)) throw notFound("this part");
  await assertWrites(context, row.personId, "this part");
  return row;
}

async function changePosition({ tx, now, record }: CommandContext, before: Position, changes: Partial<Position>) {
  const [after] = await tx
    .update(profilePositions)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(profilePositions.id, before.id))
    .returning();
  record("position", before, after!);
}

async function changeSection({ tx, now, record }: CommandContext, before: Section, changes: Partial<Section>) {
  const [after] = await tx
    .update(profileSections)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(profileSections.id, before.id))
    .returning();
  record("profile-section", before, after!);
}

const present = "9999-12";

/** What positions are put in order by. One that began and has no end said is held now. */
const keysOf = ({ starts, ends }: { starts: string; ends: string }) => ({
  startsKey: yearKey(starts),
  endsKey: starts && !ends ? present : yearKey(ends),
});

/** The first year in what a person wrote; the present for words that mean now. */
function yearKey(written: string): string {
  if (/\b(?:now|today|present|current)\b/i.test(written)) return present;
  const year = written.match(/\b(?:19|20)\d{2}\b/)?.[0];
  return year ? `${year}-01` : "";
}
