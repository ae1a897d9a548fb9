import "server-only";
import { eq } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { scheduledSessions } from "@/db/schema/scheduling";
import { newId } from "@/db/tenant-table";
import { emailKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { insertSession, placeAt } from "../book";
import { heldSession } from "../holds";
import type { SessionRow, TypeRow } from "../load";
import { lockHosts } from "../lock-hosts";
import { forGuest } from "./for-guests";
import { deleteGuests } from "./guest-data";
import { guestTold, type GuestRow } from "./guest-load";
import { mailGuest } from "./guest-mail";
import { AskVisitInput } from "./guest-schemas";
import { assertRoom } from "./hold";
import { openLink, typeOfLink } from "./open-links";
import { newSecret, sealAnswers } from "./sealed-guests";

/** For how long a time is kept for who has been asked by mail whether it is them. */
export const keptFor = 30 * 60_000;

interface Asked {
  /** The time that is kept: whoever has this puts a wrong address right. */
  id: string;
  keptUntil: string;
}

/**
 * A visitor asks for a time: it is kept, and they get a mail with the link that books it. Whether anybody here knows the address changes nothing of it: a guest is a guest of
 * this session alone.
 */
export const askVisit = command({
  name: "scheduling.askVisit",
  permission: "sessions:write",
  input: AskVisitInput,
  example: ({ bookingSlug, sessionTypeId }) => ({
    ...{ page: { slug: bookingSlug }, typeId: sessionTypeId, startsAt: "2026-12-08T10:00:00Z" },
    ...{ timeZone: "Europe/Lisbon", name: "Marta Quintela", email: "marta@example.com", note: "", answers: {} },
  }),
  async run(context, { page, typeId, startsAt, holdId, ...said }): Promise<Asked> {
    const { tx, now, organisation, record } = context;
    const { link } = await openLink(context, page);
    const type = await typeOfLink(context, link, typeId);
    const answers = answersTo(type, said.answers);
    const hosts = [{ personId: link.personId, weight: 1 }];
    await lockHosts(context, hosts);
    const held = holdId ? await heldSession(context, holdId, { typeId, startsAt }) : null;
    if (held) {
      const [known] = await tx.select().from(sessionGuests).where(eq(sessionGuests.sessionId, held.id));
      // Sent twice: it was taken the first time.
      if (known && emailKey(known.email) === emailKey(said.email)) {
        record("session-guest", guestTold(known), guestTold(known));
        return { id: held.id, keptUntil: held.heldUntil!.toISOString() };
      }
      if (known) await withdraw(context, known);
    }
    await assertRoom(context, link.personId, held?.id);
    const wanted = { type, hosts, attendeeId: null, startsAt, anyway: false, except: held?.id };
    const found = await forGuest(() => placeAt(context, wanted));
    const keptUntil = new Date(now.getTime() + keptFor);
    const session = held
      ? await keep(context, held, keptUntil)
      : await insertSession(context, type, { startsAt, ...found }, { personId: null, heldUntil: keptUntil });
    const id = newId();
    const [guest] = await tx
      .insert(sessionGuests)
      .values({
        ...{ id, sessionId: session.id, name: said.name, email: said.email, timeZone: said.timeZone },
        ...newSecret(organisation, "session-guest", id),
        answersEncrypted: sealAnswers(organisation, id, { answers, note: said.note }),
        ...{ askedAt: now, dueAt: keptUntil },
      })
      .returning();
    record("session-guest", null, guestTold(guest!));
    await mailGuest(context, { guest: guest!, session, change: "confirm" });
    return { id: session.id, keptUntil: keptUntil.toISOString() };
  },
});

/** The address was wrong: who asked puts it right, and whatever went to the other one opens nothing any more. */
async function withdraw({ tx, record }: CommandContext, known: GuestRow): Promise<void> {
  await deleteGuests(tx, [known.id]);
  record("session-guest", guestTold(known), null);
}

/** The answers to the questions that a type has; refused where one is missing that is needed. */
function answersTo({ questions }: TypeRow, answers: Readonly<Record<string, string>>): Record<string, string> {
  const missing = questions.find(({ key, required }) => required && !answers[key]);
  if (missing) throw new Refusal("invalid", "Please answer this question.", `answers.${missing.key}`);
  return Object.fromEntries(questions.flatMap(({ key }) => (answers[key] ? [[key, answers[key]]] : [])));
}

/** Keeps a held time for longer. */
async function keep({ tx }: CommandContext, held: SessionRow, heldUntil: Date): Promise<SessionRow> {
  const [row] = await tx
    .update(scheduledSessions)
    .set({ heldUntil })
    .where(eq(scheduledSessions.id, held.id))
    .returning();
  return row!;
}
