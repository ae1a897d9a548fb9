import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { sessionGuests } from "@/db/schema/booking-pages";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { scheduledSessions, sessionTypes } from "@/db/schema/scheduling";
import { sessionAnswers } from "@/db/schema/sessions-outside";
import { newId } from "@/db/tenant-table";
import { sealBody, sealCalendar } from "@/lib/mail/sealed-body";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import type { Command } from "@/lib/platform/operation";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { testWorld } from "@/lib/platform/testing/world";
import type { z } from "zod";
import { askVisit } from "../guests/ask";
import { moveVisit } from "../guests/change-visit";
import { confirmVisit } from "../guests/confirm";
import { forgetGuest } from "../guests/forget";
import { afterwards } from "./afterwards";
import { takeInvitationAnswer } from "./take-answer";

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");
const email = "marta@elsewhere.example";

const system = (): SystemActor => ({ kind: "system", organisationId: world.north.organisationId, cause: "visitor" });
const does = async <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  input: z.input<Input>,
  when = now,
) => (await execute(command, system(), input, { now: when })).output;
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

/** Somebody who asked for a time on a booking page, and confirmed it. */
async function asks(startsAt: string) {
  await does(askVisit, {
    ...{ page: { slug: world.north.bookingSlug }, typeId: world.north.sessionTypeId, startsAt },
    ...{ timeZone: "Europe/Lisbon", name: "Marta Quintela", email, note: "", answers: {} },
  });
  const [guest] = await inNorth((tx) =>
    tx.select().from(sessionGuests).orderBy(desc(sessionGuests.createdAt)).limit(1),
  );
  return guest!;
}
async function comes(startsAt: string) {
  const { tokenHash, ...guest } = await asks(startsAt);
  await does(confirmVisit, { tokenHash });
  return { ...guest, tokenHash };
}

interface Said {
  stamp?: string;
  sequence?: number;
  from?: string;
  words?: string;
  when?: Date;
}
/** Their calendar answers by mail; whether that was put to the session. */
async function answers(
  sessionId: string,
  answer: "ACCEPTED" | "TENTATIVE" | "DECLINED",
  { stamp = "20261123T090000Z", sequence = 0, from = email, words, when = now }: Said = {},
) {
  const mailId = newId();
  await inNorth(async (tx) => {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const content = [
      ...["BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", `UID:${sessionId}@sessions.landfall`],
      ...[`SEQUENCE:${sequence}`, `DTSTAMP:${stamp}`, `ATTENDEE;PARTSTAT=${answer}:mailto:${email}`],
      ...(words ? [`COMMENT:${words}`] : []),
      ...["END:VEVENT", "END:VCALENDAR", ""],
    ].join("\r\n");
    await tx.insert(mailMessages).values({
      ...{ id: mailId, at: now, direction: "in", status: "received", toAddress: "landfall@localhost" },
      ...{ fromAddress: from, subject: "Re", idempotencyKey: mailId, threadKey: mailId, searchKey: "" },
      ...sealBody(key, mailId, { html: null, text: words ?? "" }),
      ...sealCalendar(key, mailId, { method: "REPLY", content }),
    });
  });
  return { mailId, ...(await does(takeInvitationAnswer, { mailId }, when)) };
}
const sessionOf = async (id: string) =>
  (await inNorth((tx) => tx.select().from(scheduledSessions).where(eq(scheduledSessions.id, id))))[0]!;
const shown = async (id: string) => (await world.north.ask(afterwards, "consultant", { id }, { now })).answers;
/** What the host was told of a session. */
const told = (id: string) =>
  inNorth((tx) =>
    tx
      .select({ kind: notifications.kind, to: notifications.personId, data: notifications.data })
      .from(notifications)
      .where(eq(notifications.href, `/sessions/${id}`))
      .orderBy(notifications.createdAt),
  ).then((rows) => rows.filter(({ kind }) => kind !== "scheduling.booked"));
const mailsToGuest = () =>
  inNorth((tx) =>
    tx
      .select({ calendar: mailMessages.calendarMethod, about: mailMessages.entityId })
      .from(mailMessages)
      .where(eq(mailMessages.toAddress, email)),
  );

describe("a guest's calendar", () => {
  test("that declines cancels what they booked, as their own page would, and everybody hears of it once", async () => {
    const { sessionId } = await comes("2026-12-01T08:00:00Z");
    expect(await answers(sessionId, "DECLINED", { words: "I am ill." })).toMatchObject({ filed: true });
    expect(await sessionOf(sessionId)).toMatchObject({ state: "cancelled", cancelReason: "I am ill.", sequence: 1 });
    expect(await told(sessionId)).toMatchObject([{ kind: "scheduling.cancelled", to: world.north.consultantId }]);
    expect((await mailsToGuest()).filter(({ about }) => about === sessionId)).toEqual(
      expect.arrayContaining([expect.objectContaining({ calendar: "CANCEL" })]),
    );
    expect(await shown(sessionId)).toMatchObject([
      { name: "Marta Quintela", answer: "declined", comment: "I am ill." },
    ]);
    // Said once more, as some programs do when the cancellation arrives: nothing else happens.
    await answers(sessionId, "DECLINED", { stamp: "20261123T100000Z", sequence: 1 });
    expect(await told(sessionId)).toHaveLength(1);
  });

  test("that declines too late for the policy leaves it to who holds the session", async () => {
    const { sessionId } = await comes("2026-12-02T08:00:00Z");
    const byRule = (late: "refuse" | "counts") =>
      inNorth((tx) => tx.update(sessionTypes).set({ late }).where(eq(sessionTypes.id, world.north.sessionTypeId)));
    await byRule("refuse");
    await answers(sessionId, "DECLINED", { when: new Date("2026-12-02T07:30:00Z") });
    await byRule("counts");
    expect((await sessionOf(sessionId)).state).toBe("booked");
    expect(await told(sessionId)).toMatchObject([
      {
        kind: "scheduling.answered",
        to: world.north.consultantId,
        data: { name: "Marta Quintela", answer: "declined" },
      },
    ]);
  });

  test("that declines the time before cancels nothing of what stands now", async () => {
    const { sessionId, tokenHash } = await comes("2026-12-03T08:00:00Z");
    await does(moveVisit, { tokenHash, startsAt: "2026-12-03T10:00:00Z" });
    await answers(sessionId, "DECLINED");
    expect((await sessionOf(sessionId)).state).toBe("booked");
    expect(await shown(sessionId)).toMatchObject([{ answer: "declined", isOld: true }]);
    await answers(sessionId, "DECLINED", { sequence: 1 });
    expect((await sessionOf(sessionId)).state).toBe("cancelled");
  });

  test("that says yes or perhaps is noted, newer ones alone, and the host hears of the perhaps", async () => {
    const { sessionId } = await comes("2026-12-04T08:00:00Z");
    await answers(sessionId, "ACCEPTED", { stamp: "20261123T100000Z" });
    expect(await told(sessionId)).toEqual([]);
    await answers(sessionId, "DECLINED", { stamp: "20261123T093000Z" });
    expect(await shown(sessionId)).toMatchObject([{ name: "Marta Quintela", answer: "accepted", isOld: false }]);
    expect((await sessionOf(sessionId)).state).toBe("booked");
    await answers(sessionId, "TENTATIVE", { stamp: "20261123T110000Z" });
    expect(await told(sessionId)).toMatchObject([{ kind: "scheduling.answered", data: { answer: "tentative" } }]);
    expect(await shown(sessionId)).toMatchObject([{ answer: "tentative" }]);
  });

  test("is not heard where another wrote the mail, or before they said that it is them", async () => {
    const { sessionId } = await comes("2026-12-07T08:00:00Z");
    expect(await answers(sessionId, "DECLINED", { from: "other@elsewhere.example" })).toMatchObject({ filed: false });
    const asked = await asks("2026-12-08T08:00:00Z");
    expect(await answers(asked.sessionId, "DECLINED")).toMatchObject({ filed: false });
    expect([(await sessionOf(sessionId)).state, (await sessionOf(asked.sessionId)).state]).toEqual(["booked", "held"]);
    expect(await shown(sessionId)).toEqual([]);
  });

  test("is forgotten with them: what it answered, and the words of the mail", async () => {
    const { id, sessionId } = await comes("2026-12-09T08:00:00Z");
    const { mailId } = await answers(sessionId, "DECLINED", { words: "My mother is ill." });
    await world.north.execute(forgetGuest, "consultant", { sessionId }, { now });
    const left = await inNorth((tx) => tx.select().from(sessionAnswers).where(eq(sessionAnswers.guestId, id)));
    expect(left).toEqual([]);
    const [mail] = await inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.id, mailId)));
    expect(mail).toMatchObject({ fromAddress: null, textEncrypted: null, calendarEncrypted: null });
    expect((await sessionOf(sessionId)).cancelReason).toBe("");
  });
});
