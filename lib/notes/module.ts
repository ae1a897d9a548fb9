import "server-only";
import { eq, inArray } from "drizzle-orm";
import { notes } from "@/db/schema/conversation";
import { programmes } from "@/db/schema/programmes";
import { editNote, removeNote, restoreNote, writeNote } from "@/lib/notes/commands";
import { keepNote } from "@/lib/notes/keep-note";
import { programmeNotes } from "@/lib/notes/queries";
import { module } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";

/** Notes on programmes. */
export const notesModule = module({
  key: "notes",
  commands: [editNote, keepNote, removeNote, restoreNote, writeNote],
  queries: [programmeNotes],
  lists: [],
  personalData: {
    tables: ["notes"],
    /** What is about the person and shared with them, and what they wrote; a colleague's private notes are the colleague's. */
    async export(tx, personId) {
      const key = dataKeyOf(await organisationOfTransaction(tx));
      const about = await tx
        .select({ note: notes })
        .from(notes)
        .innerJoin(programmes, eq(programmes.id, notes.programmeId))
        .where(eq(programmes.executiveId, personId));
      const shared = about.map(({ note }) => note).filter(({ audience }) => audience === "shared");
      const written = await tx.select().from(notes).where(eq(notes.authorPersonId, personId));
      return {
        notes: [...shared, ...written].map(({ bodyEncrypted, ...note }) => ({
          ...note,
          body: openText(key, bodyEncrypted, `note:${note.id}`),
        })),
      };
    },
    async erase(tx, personId) {
      const own = await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.executiveId, personId));
      if (own.length === 0) return;
      await tx.delete(notes).where(
        inArray(
          notes.programmeId,
          own.map(({ id }) => id),
        ),
      );
    },
  },
});
