import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { programmeContacts } from "@/db/schema/lifecycle";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { lockProgramme, updateProgramme } from "@/lib/programmes/load";
import { ContactInput, DropContactInput } from "@/lib/programmes/schemas";

/** That both spoke or wrote to each other, now or when it is said. The first one counts for "first contact"; the last for "last contact". */
export const noteContact = command({
  name: "programmes.noteContact",
  permission: "programmes:write",
  input: ContactInput,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id, at: said, kind, personId, sourceId }) {
    const programme = await lockProgramme(context, id, "programmes:write");
    const at = new Date(Math.min(said ? Date.parse(said) : Infinity, context.now.getTime()));
    const [contact] = await context.tx
      .insert(programmeContacts)
      .values({
        programmeId: id,
        at,
        kind,
        personId: personId ?? personIdOf(context.actor),
        sourceId: sourceId ?? null,
      })
      .returning();
    context.record("contact", null, contact!);
    const { firstContactAt: first, lastContactAt: last } = programme;
    await updateProgramme(context, programme, {
      lastContactAt: last && last > at ? last : at,
      firstContactAt: first && first < at ? first : at,
    });
    context.emit("programmes.contacted", { programmeId: id, contactId: contact!.id });
    return { id };
  },
});

/** What was taken for a contact was none, such as a session to which nobody came after all. First and last contact are those that are left. */
export const dropContact = command({
  name: "programmes.dropContact",
  permission: "programmes:write",
  input: DropContactInput,
  example: ({ programmeId }) => ({ id: programmeId, sourceId: programmeId }),
  async run(context, { id, sourceId }) {
    const { tx } = context;
    const programme = await lockProgramme(context, id, "programmes:write");
    const known = and(eq(programmeContacts.programmeId, id), eq(programmeContacts.sourceId, sourceId));
    const dropped = await tx.select().from(programmeContacts).where(known);
    if (dropped.length === 0) return { id };
    await tx.delete(programmeContacts).where(known);
    for (const contact of dropped) context.record("contact", contact, null);
    const [left] = await tx
      .select({
        first: sql`min(${programmeContacts.at})`.mapWith(programmeContacts.at),
        last: sql`max(${programmeContacts.at})`.mapWith(programmeContacts.at),
      })
      .from(programmeContacts)
      .where(eq(programmeContacts.programmeId, id));
    // Contacts were not kept one by one at first: moments that are none of the dropped ones stand.
    const isDropped = (moment: Date | null) => moment !== null && dropped.some(({ at }) => +at === +moment);
    const first = isDropped(programme.firstContactAt) ? (left?.first ?? null) : programme.firstContactAt;
    await updateProgramme(context, programme, {
      firstContactAt: first,
      lastContactAt: isDropped(programme.lastContactAt) ? (left?.last ?? first) : programme.lastContactAt,
    });
    context.emit("programmes.contact-dropped", { programmeId: id });
    return { id };
  },
});
