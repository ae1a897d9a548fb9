import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { seatCharges, separationPeople } from "@/db/schema/seats";
import { separationEvents, sponsorContacts } from "@/db/schema/sponsors";
import type { PersonalData } from "@/lib/platform/module";

/** Of which companies a person is a contact, on which lists they stood, and which of their programmes were billed. */
export const sponsorsPersonalData: PersonalData = {
  tables: ["separation_events", "separation_people", "sponsor_contacts", "seat_charges"],
  async export(tx, personId) {
    const own = await programmesOf(tx, personId);
    return {
      separation_events: await tx.select().from(separationEvents).where(eq(separationEvents.onSitePersonId, personId)),
      separation_people: await listed(tx, personId),
      sponsor_contacts: await tx.select().from(sponsorContacts).where(eq(sponsorContacts.personId, personId)),
      seat_charges:
        own.length > 0 ? await tx.select().from(seatCharges).where(inArray(seatCharges.programmeId, own)) : [],
    };
  },
  async erase(tx, personId) {
    await tx.delete(sponsorContacts).where(eq(sponsorContacts.personId, personId));
    const entries = (await listed(tx, personId)).map(({ id }) => id);
    if (entries.length > 0) await tx.delete(separationPeople).where(inArray(separationPeople.id, entries));
  },
};

const programmesOf = async (tx: Transaction, personId: string) =>
  (await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.executiveId, personId))).map(
    ({ id }) => id,
  );

/** Entries of lists that are this person: those that became their programmes, and those with their address. */
async function listed(tx: Transaction, personId: string) {
  const own = await programmesOf(tx, personId);
  const [person] = await tx.select({ emailKey: people.emailKey }).from(people).where(eq(people.id, personId));
  const became =
    own.length > 0 ? await tx.select().from(separationPeople).where(inArray(separationPeople.programmeId, own)) : [];
  const named = person?.emailKey
    ? await tx.select().from(separationPeople).where(eq(separationPeople.emailKey, person.emailKey))
    : [];
  return [...became, ...named.filter(({ id }) => !became.some((entry) => entry.id === id))];
}
