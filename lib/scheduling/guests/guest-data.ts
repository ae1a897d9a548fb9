import "server-only";
import { and, eq, inArray, isNull, like, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessionGuests } from "@/db/schema/booking-pages";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { sessionAnswers } from "@/db/schema/sessions-outside";
import { eraseMails } from "@/lib/mail/personal-data";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { sealedPlaces } from "../outside/sealed-places";
import { openAnswers } from "./sealed-guests";

/** What somebody booked as a guest by the address that they have here as a person: theirs too, when they ask for their data. */
const rowsOf = async (tx: Transaction, personId: string) => {
  const [person] = await tx.select({ emailKey: people.emailKey }).from(people).where(eq(people.id, personId));
  if (!person?.emailKey) return [];
  return tx
    .select()
    .from(sessionGuests)
    .where(sql`lower(${sessionGuests.email}) = ${person.emailKey}`);
};

export async function guestsNamed(tx: Transaction, personId: string): Promise<unknown[]> {
  const rows = await rowsOf(tx, personId);
  const organisation = rows.length > 0 ? await organisationOfTransaction(tx) : null;
  const ids = rows.map(({ id }) => id);
  const given =
    ids.length > 0 ? await tx.select().from(sessionAnswers).where(inArray(sessionAnswers.guestId, ids)) : [];
  return rows.map((row) => {
    const { tokenHash: _, tokenEncrypted: __, answersEncrypted: ___, ...guest } = row;
    const calendarAnswers = given
      .filter(({ guestId }) => guestId === row.id)
      .map(({ commentEncrypted, ...answer }) => ({
        ...answer,
        comment: commentEncrypted
          ? openText(dataKeyOf(organisation!), commentEncrypted, sealedPlaces.answer(answer))
          : null,
      }));
    return { ...guest, ...openAnswers(organisation!, row), calendarAnswers };
  });
}

export async function eraseGuests(tx: Transaction, personId: string): Promise<void> {
  const ids = (await rowsOf(tx, personId)).map(({ id }) => id);
  if (ids.length === 0) return;
  await deleteGuests(tx, ids);
}

/** Deletes guests, what their calendars answered, and the words of the mails to and from them; what waits leaves no more. */
export async function deleteGuests(tx: Transaction, ids: readonly string[]): Promise<void> {
  const guests = await tx
    .select({ email: sessionGuests.email, sessionId: sessionGuests.sessionId })
    .from(sessionGuests)
    .where(inArray(sessionGuests.id, [...ids]));
  const addresses = guests.map(({ email }) => email.toLowerCase());
  const sent = and(
    eq(mailMessages.entity, "booked-session"),
    or(...ids.map((id) => like(mailMessages.idempotencyKey, `${guestMailKey}%/${id}/%`))),
  );
  // Where they are known as a person as well, those mails are that person's.
  const came = and(
    eq(mailMessages.direction, "in"),
    isNull(mailMessages.personId),
    inArray(sql`lower(${mailMessages.fromAddress})`, addresses),
    or(
      isNull(mailMessages.entityId),
      inArray(
        mailMessages.entityId,
        guests.map(({ sessionId }) => sessionId),
      ),
    ),
  );
  await eraseMails(tx, or(sent, came)!);
  await tx.delete(sessionAnswers).where(inArray(sessionAnswers.guestId, [...ids]));
  await tx.delete(sessionGuests).where(inArray(sessionGuests.id, [...ids]));
}

/** How the keys of mails to guests begin; the guest's id follows what they say. */
export const guestMailKey = "scheduling.visit.";
