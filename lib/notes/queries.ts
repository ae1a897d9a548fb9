import "server-only";
import { and, desc, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { notes } from "@/db/schema/conversation";
import { NotesInput } from "@/lib/notes/schemas";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { loadProgramme } from "@/lib/programmes/load";

/**
 * Which notes of a visible programme an actor reads. Private ones are the author's alone, whatever else the person may do;
 * those of the case are for who works it; shared ones also for the executive.
 */
export function readableNotes(actor: OrganisationActor): SQL {
  const personId = personIdOf(actor);
  if (!personId) return sql`${notes.audience} <> 'private'`;
  const worksTheCase = scopesOf(actor, "notes:read").has("caseload");
  return or(
    eq(notes.authorPersonId, personId),
    eq(notes.audience, "shared"),
    worksTheCase ? eq(notes.audience, "case") : undefined,
  )!;
}

/** The notes of a programme that the actor may read, newest first. */
export const programmeNotes = query({
  name: "notes.of",
  permission: "notes:read",
  input: NotesInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    await loadProgramme(context, programmeId, "notes:read");
    const { tx, actor, organisation } = context;
    const rows = await tx
      .select({
        id: notes.id,
        version: notes.version,
        authorId: notes.authorPersonId,
        authorName: people.name,
        audience: notes.audience,
        bodyEncrypted: notes.bodyEncrypted,
        writtenAt: notes.writtenAt,
      })
      .from(notes)
      .innerJoin(people, eq(people.id, notes.authorPersonId))
      .where(and(eq(notes.programmeId, programmeId), isNull(notes.deletedAt), readableNotes(actor)))
      .orderBy(desc(notes.writtenAt), desc(notes.id));
    const key = dataKeyOf(organisation);
    return rows.map(({ bodyEncrypted, ...note }) => ({
      ...note,
      audience: note.audience as "private" | "case" | "shared",
      body: openText(key, bodyEncrypted, `note:${note.id}`),
      mine: note.authorId === personIdOf(actor),
    }));
  },
});
