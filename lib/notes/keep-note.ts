import "server-only";
import { eq, sql } from "drizzle-orm";
import { notes } from "@/db/schema/conversation";
import { newId } from "@/db/tenant-table";
import { KeepNoteInput } from "@/lib/notes/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { noteContact } from "@/lib/programmes/commands/contacts";
import { loadProgramme, type Programme } from "@/lib/programmes/load";

/**
 * Keeps a note while it is typed. The first sending makes it, later ones change it, and the same one twice changes nothing. Where
 * something else happened to the note since the device's last sending (edited on another page, removed), it is refused as a
 * conflict and left as it is: the device keeps its words as a note of their own.
 */
export const keepNote = command({
  name: "notes.keep",
  permission: "notes:write",
  input: KeepNoteInput,
  example: ({ programmeId }) => ({
    ...{ programmeId, audience: "private" as const, body: "Prefers mornings.", after: [] },
    clientKey: "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e43",
    savedKey: "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e44",
  }),
  async run(context, { programmeId, audience, body, clientKey, savedKey, after, spoke = false }) {
    const programme = await loadProgramme(context, programmeId, "notes:write");
    const { tx, now, record, organisation } = context;
    const author = personIdOf(context.actor) ?? programme.consultantId;
    const seal = (id: string) => sealText(dataKeyOf(organisation), body, `note:${id}`);
    // Two sendings of the same note take turns, also when neither finds it yet.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('notes.keep'), hashtext(${clientKey}))`);
    const [note] = await tx.select().from(notes).where(eq(notes.clientKey, clientKey)).for("update");
    if (!note) {
      const id = newId();
      const [made] = await tx
        .insert(notes)
        .values({
          ...{ id, programmeId, authorPersonId: author, audience, clientKey, savedKey, spoke },
          ...{ bodyEncrypted: seal(id), writtenAt: now },
        })
        .returning();
      record("note", null, made!);
      if (spoke) await tellContact(context, programme);
      return { id };
    }
    if (note.authorPersonId !== author || note.programmeId !== programmeId) throw notFound("this note");
    if (note.savedKey === savedKey) return { id: note.id };
    if (note.deletedAt || !note.savedKey || !after.includes(note.savedKey))
      throw new Refusal(
        "conflict",
        "This note was changed in another place. Your words are kept as a note of their own.",
      );
    const [changed] = await tx
      .update(notes)
      .set({
        ...{ audience, savedKey, bodyEncrypted: seal(note.id), spoke: note.spoke || spoke },
        version: note.version + 1,
        updatedAt: now,
      })
      .where(eq(notes.id, note.id))
      .returning();
    record("note", note, changed!);
    if (spoke && !note.spoke) await tellContact(context, programme);
    return { id: note.id };
  },
});

async function tellContact(context: CommandContext, { id }: Programme): Promise<void> {
  const personId = personIdOf(context.actor);
  await context.callAsSystem(noteContact, { id, kind: "call", ...(personId ? { personId } : {}) });
}
