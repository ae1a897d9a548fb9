import "server-only";
import { eq } from "drizzle-orm";
import { notes } from "@/db/schema/conversation";
import { newId } from "@/db/tenant-table";
import { EditNoteInput, NoteId, WriteNoteInput } from "@/lib/notes/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { assertVersion } from "@/lib/platform/two-editors";
import { loadProgramme } from "@/lib/programmes/load";

/** A note on a programme. Who reads it is chosen while writing, and private is the form's first choice. */
export const writeNote = command({
  name: "notes.write",
  permission: "notes:write",
  input: WriteNoteInput,
  example: ({ programmeId }) => ({ programmeId, audience: "case" as const, body: "Prefers mornings." }),
  undo: (_input, { id }) => ({ operation: "notes.remove", input: { id } }),
  async run(context, { programmeId, audience, body }) {
    const programme = await loadProgramme(context, programmeId, "notes:write");
    const { tx, now, record, organisation } = context;
    const id = newId();
    const [row] = await tx
      .insert(notes)
      .values({
        id,
        programmeId,
        authorPersonId: personIdOf(context.actor) ?? programme.consultantId,
        audience,
        bodyEncrypted: sealText(dataKeyOf(organisation), body, `note:${id}`),
        writtenAt: now,
      })
      .returning();
    record("note", null, row!);
    return { id };
  },
});

export const editNote = command({
  name: "notes.edit",
  permission: "notes:write",
  input: EditNoteInput,
  example: ({ noteId }) => ({ id: noteId, expectedVersion: 1, audience: "shared" as const, body: "Prefers mornings." }),
  async run(context, { id, expectedVersion, audience, body }) {
    const note = await ownNote(context, id);
    assertVersion({ ...note, bodyEncrypted: undefined }, expectedVersion, "this note");
    const { tx, now, record, organisation } = context;
    const [after] = await tx
      .update(notes)
      .set({
        audience,
        bodyEncrypted: sealText(dataKeyOf(organisation), body, `note:${id}`),
        savedKey: null,
        version: note.version + 1,
        updatedAt: now,
      })
      .where(eq(notes.id, id))
      .returning();
    record("note", note, after!);
    return { id };
  },
});

export const removeNote = command({
  name: "notes.remove",
  permission: "notes:write",
  input: NoteId,
  example: ({ noteId }) => ({ id: noteId }),
  undo: ({ id }) => ({ operation: "notes.restore", input: { id } }),
  run: (context, { id }) => setRemoved(context, id, context.now),
});

export const restoreNote = command({
  name: "notes.restore",
  permission: "notes:write",
  input: NoteId,
  example: ({ noteId }) => ({ id: noteId }),
  run: (context, { id }) => setRemoved(context, id, null),
});

async function setRemoved(context: CommandContext, id: string, deletedAt: Date | null) {
  const note = await ownNote(context, id, deletedAt === null);
  await context.tx
    .update(notes)
    .set({ deletedAt, savedKey: null, version: note.version + 1, updatedAt: context.now })
    .where(eq(notes.id, id));
  context.record("note", note, { ...note, deletedAt });
  return { id };
}

/** A note is changed by its author only. */
async function ownNote(context: CommandContext, id: string, removed = false) {
  const [note] = await context.tx.select().from(notes).where(eq(notes.id, id)).for("update");
  if (!note || (note.deletedAt && !removed)) throw notFound("this note");
  const personId = personIdOf(context.actor);
  if (personId && note.authorPersonId !== personId) throw notFound("this note");
  await loadProgramme(context, note.programmeId, "notes:write").catch(() => {
    throw notFound("this note");
  });
  return note;
}
