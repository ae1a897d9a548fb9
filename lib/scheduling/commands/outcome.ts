import "server-only";
import { eq } from "drizzle-orm";
import { sessionAttendees } from "@/db/schema/scheduling";
import { writeNote } from "@/lib/notes/commands";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { dropContact, noteContact } from "@/lib/programmes/commands/contacts";
import { addTask } from "@/lib/programmes/commands/tasks";
import { told } from "../book";
import { attendeesOf, hostIdsOf, loadSession, type AttendeeRow, type SessionRow } from "../load";
import { moveSession as lifecycleMove } from "../rules/lifecycle";
import { takesPlace } from "../rules/places";
import { OutcomeInput, type PlaceOutcome } from "../schemas";
import { movedOf, storeSession } from "../store-session";
import { runsSession } from "./changes";

/**
 * What became of a session that has begun, for each who had a place in it: they came, or did not. Who is not named did as the session as a whole. What was said may be
 * written down for the programme, and what comes next is added to its tasks. A session that somebody came to is a contact.
 */
export const noteOutcome = command({
  name: "scheduling.noteOutcome",
  permission: "sessions:hold",
  input: OutcomeInput,
  example: ({ pastSessionId }) => ({ id: pastSessionId, outcome: "done" as const }),
  async run(context, { id, outcome, places = [] }): Promise<{ id: string }> {
    const before = await loadSession(context, id, "sessions:hold", true);
    const attendees = await attendeesOf(context, id);
    if (!runsSession(context, before, await hostIdsOf(context, id), attendees))
      throw new Refusal("forbidden", "Who holds a session notes how it went.");
    const had = attendees.filter(({ state }) => takesPlace(state));
    for (const [at, { personId }] of places.entries())
      if (!had.some((place) => place.personId === personId))
        throw new Refusal("invalid", "This person has no place in the session.", `places.${at}.personId`);
    const said = (place: AttendeeRow) => places.find(({ personId }) => personId === place.personId);
    const came = (place: AttendeeRow) => said(place)?.came ?? outcome === "done";
    const state = had.length > 0 ? (had.some(came) ? "done" : "no_show") : outcome;
    assertPossible(context, before, state);
    if (state !== before.state)
      await storeSession(context, before, { state, outcomeAt: before.outcomeAt ?? context.now });
    for (const place of had) {
      await notePlace(context, before, place, came(place));
      await follow(context, place, said(place));
    }
    // Said again as it stood: nothing changed.
    if (state === before.state) context.record("booked-session", before, before);
    context.emit("scheduling.ended", { sessionId: id, outcome: state });
    return { id };
  },
});

function assertPossible(context: CommandContext, session: SessionRow, state: "done" | "no_show"): void {
  if (session.state === state) return;
  const result = lifecycleMove(movedOf(session), state === "done" ? "finish" : "miss", context.now);
  if (!result.allowed) throw new Refusal("state", result.why);
}

/** Writes down whether somebody came; in their programme it stands in the timeline, and counts as a contact where they did. */
async function notePlace(
  context: CommandContext,
  { id, title, endsAt }: SessionRow,
  place: AttendeeRow,
  came: boolean,
): Promise<void> {
  const state = came ? "attended" : "no_show";
  if (state === place.state) return;
  const given = { state, version: place.version + 1, updatedAt: context.now };
  await context.tx.update(sessionAttendees).set(given).where(eq(sessionAttendees.id, place.id));
  context.record("session-attendee", told(place), told({ ...place, ...given }));
  const { programmeId } = place;
  if (!programmeId) return;
  const kind = came ? "scheduling.held" : "scheduling.missed";
  context.remember({ entity: "programme", entityId: programmeId, kind, data: { title } });
  if (!came) {
    await context.callAsSystem(dropContact, { id: programmeId, sourceId: id });
    return;
  }
  const [host] = await hostIdsOf(context, id);
  const contact = { id: programmeId, at: endsAt.toISOString(), kind: "session" as const, sourceId: id };
  await context.callAsSystem(noteContact, { ...contact, ...(host ? { personId: host } : {}) });
}

/** What was said of one person's session: a note in their programme, and tasks for what comes next. */
async function follow(context: CommandContext, { programmeId }: AttendeeRow, said: PlaceOutcome | undefined) {
  if (!programmeId || !said) return;
  if (said.note) await context.call(writeNote, { programmeId, ...said.note });
  for (const step of said.nextSteps ?? []) await context.call(addTask, { programmeId, ...step });
}
