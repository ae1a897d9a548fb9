import { eq, inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { sessionGuests } from "@/db/schema/booking-pages";
import { demoAccounts } from "@/db/seed/accounts";
import { teller } from "@/db/seed/demo/teller";
import { ask } from "@/lib/platform/execute";
import { emailKey } from "@/lib/platform/keys";
import { addType } from "@/lib/scheduling/commands/types";
import { askVisit } from "@/lib/scheduling/guests/ask";
import { confirmVisit } from "@/lib/scheduling/guests/confirm";
import { setBookingLink } from "@/lib/scheduling/guests/link-commands";
import { guestTimes } from "@/lib/scheduling/guests/page-queries";

const day = 86_400_000;

/**
 * The consultant whose desk the demo offers lets strangers book a first conversation, and one of them comes next week; the other one's page is for whom he
 * gives its address.
 */
export async function tellBookingPages({ organisationId, now }: { organisationId: string; now: Date }): Promise<void> {
  const [host, other] = await transaction({ organisationId }, async (tx) => {
    const consultants = demoAccounts.filter(({ roleKeys }) => roleKeys.includes("consultant"));
    const keys = consultants.map(({ email }) => emailKey(email));
    const rows = await tx
      .select({ personId: people.id, key: people.emailKey })
      .from(people)
      .where(inArray(people.emailKey, keys));
    return keys.flatMap((key) => rows.filter((row) => row.key === key).map(({ personId }) => ({ personId })));
  });
  if (!host || !other) return;
  const began = teller(organisationId, new Date(now.getTime() - 20 * day));
  const { id: typeId } = await began(addType, {
    name: "First conversation",
    description: "Half an hour to get to know each other, before anything is agreed. Free of charge.",
    ...{ kind: "intake", lengthMinutes: 30, stepMinutes: 30, bufferBefore: 0, bufferAfter: 10, capacity: 1 },
    ...{ hosting: "consultant", hosts: [], noticeMinutes: 240, horizonDays: 45, mostPerDay: 3, selfBooked: false },
    ...{ moveNoticeHours: 4, cancelNoticeHours: 4, late: "refuse", reminders: [1440, 60] },
    ...{ placeKind: "video", place: "https://meet.example.com/first-conversation" },
    questions: [{ key: "about", label: "What brings you here?", required: true }],
  });
  await began(setBookingLink, {
    ...{ ...host, expectedVersion: 0, mode: "open", slug: "judith-okafor-lindqvist", typeIds: [typeId] },
    welcome:
      "Whether you have just been told or have been thinking about it for years: tell me where you stand, and we find out whether I can help.",
  });
  await began(setBookingLink, {
    ...{ ...other, expectedVersion: 0, mode: "secret", slug: "henrik-sandvoort", typeIds: [typeId] },
    welcome: "You have this address from me or from somebody I know. Choose a time that suits you.",
  });
  const page = { slug: "judith-okafor-lindqvist" };
  const askedAt = new Date(now.getTime() - 2 * day);
  const range = { from: new Date(now.getTime() + 3 * day), to: new Date(now.getTime() + 10 * day) };
  const free = await ask(
    guestTimes,
    { kind: "system", organisationId, cause: "seed" },
    { page, typeId, from: range.from.toISOString(), to: range.to.toISOString() },
    { now: askedAt },
  );
  const startsAt = free[Math.floor(free.length / 3)];
  if (!startsAt) return;
  const comes = teller(organisationId, askedAt);
  await comes(askVisit, {
    ...{ page, typeId, startsAt: startsAt.toISOString(), timeZone: "Europe/Lisbon" },
    ...{ name: "Tomás Figueira", email: "tomas.figueira@elsewhere.example", note: "" },
    answers: { about: "My firm merges in spring and my post exists twice. I would like to hear how you work." },
  });
  const [guest] = await transaction({ organisationId }, (tx) =>
    tx
      .select({ tokenHash: sessionGuests.tokenHash })
      .from(sessionGuests)
      .where(eq(sessionGuests.email, "tomas.figueira@elsewhere.example")),
  );
  await comes(confirmVisit, { tokenHash: guest!.tokenHash });
}
