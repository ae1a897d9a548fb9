import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { newId } from "@/db/tenant-table";
import { answerInvitation } from "@/lib/mail/answer-invitation";
import { sealBody, sealCalendar } from "@/lib/mail/sealed-body";
import { execute } from "@/lib/platform/execute";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { moveSession } from "@/lib/scheduling/commands/changes";
import { afterwards } from "@/lib/scheduling/outside/afterwards";
import { takeInvitationAnswer } from "@/lib/scheduling/outside/take-answer";
import { oneSession } from "@/lib/scheduling/queries";

const world = testWorld();
const at = { now: new Date("2026-11-23T09:00:00Z") };

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const book = async (startsAt: string) => {
  const { programmeId, sessionTypeId: typeId } = world.north;
  return (await world.north.execute(bookSession, "consultant", { programmeId, typeId, startsAt, anyway: true }, at)).id;
};
const system = () => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" }) as const;
const take = (mailId: string) => execute(takeInvitationAnswer, system(), { mailId }, at);
const came = async (id: string) => (await world.north.ask(afterwards, "consultant", { id }, at)).answers;

/** A mail with an iCalendar object as it comes from outside. */
const received = (method: "REPLY" | "COUNTER", lines: readonly string[], from = "executive@north.example") =>
  inNorth(async (tx) => {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const id = newId();
    const content = [
      "BEGIN:VCALENDAR",
      `METHOD:${method}`,
      "BEGIN:VEVENT",
      ...lines,
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ];
    await tx.insert(mailMessages).values({
      ...{ id, at: at.now, direction: "in", status: "received", toAddress: "landfall@localhost", fromAddress: from },
      ...{ subject: "Re: Coaching", idempotencyKey: id, threadKey: id, searchKey: "" },
      ...sealBody(key, id, { html: null, text: "" }),
      ...sealCalendar(key, id, { method, content: content.join("\r\n") }),
    });
    return id;
  });
const reply = (id: string, answer: string, stamp: string, sequence = 0, mail = "executive@north.example") => [
  ...[`UID:${id}@sessions.landfall`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp}`],
  `ATTENDEE;PARTSTAT=${answer}:mailto:${mail}`,
];

describe("an answer to an invitation", () => {
  test("is given in the mailbox as a calendar program gives it, and shown to who holds the session", async () => {
    const id = await book("2026-12-01T09:00:00Z");
    const [mail] = await inNorth((tx) =>
      tx
        .select({ id: mailMessages.id, to: mailMessages.personId })
        .from(mailMessages)
        .where(eq(mailMessages.entityId, id)),
    ).then((rows) => rows.filter(({ to }) => to === world.north.executiveId));
    const input = { mailId: mail!.id, answer: "declined" as const, key: newId() };
    const sent = await world.north.execute(answerInvitation, "administrator", input, at);
    expect(await world.north.execute(answerInvitation, "administrator", input, at)).toEqual(sent);
    expect((await take(sent.mailId)).output).toEqual({ filed: true });
    expect(await came(id)).toMatchObject([{ name: "Robin Executive", answer: "declined", isOld: false }]);
    // It stays booked; who holds it is told.
    expect((await world.north.ask(oneSession, "consultant", { id }, at)).state).toBe("booked");
    const told = await inNorth((tx) =>
      tx
        .select({ to: notifications.personId, data: notifications.data })
        .from(notifications)
        .where(eq(notifications.kind, "scheduling.answered")),
    );
    expect(told).toMatchObject([
      { to: world.north.consultantId, data: { name: "Robin Executive", answer: "declined" } },
    ]);
    expect((await refusalOf(world.north.ask(afterwards, "executive", { id }, at))).code).toBe("forbidden");
  });

  test("gives way to a newer one alone, and says where it was for another time", async () => {
    const id = await book("2026-12-02T09:00:00Z");
    const arrive = async (answer: string, stamp: string, sequence = 0) =>
      take(await received("REPLY", reply(id, answer, stamp, sequence)));
    await arrive("ACCEPTED", "20261124T100000Z");
    await arrive("TENTATIVE", "20261124T090000Z");
    expect(await came(id)).toMatchObject([{ answer: "accepted" }]);
    await arrive("TENTATIVE", "20261124T110000Z");
    expect(await came(id)).toMatchObject([{ answer: "tentative", isOld: false }]);
    const to = { id, expectedVersion: 1, startsAt: "2026-12-03T09:00:00Z", anyway: true };
    await world.north.execute(moveSession, "consultant", to, at);
    expect(await came(id)).toMatchObject([{ answer: "tentative", isOld: true }]);
    await arrive("ACCEPTED", "20261124T080000Z", 1);
    expect(await came(id)).toMatchObject([{ answer: "accepted", isOld: false }]);
    await arrive("DECLINED", "20261125T100000Z", 0);
    expect(await came(id)).toMatchObject([{ answer: "accepted" }]);
  });

  test("may be another time, with words", async () => {
    const id = await book("2026-12-04T09:00:00Z");
    const lines = [
      ...reply(id, "NEEDS-ACTION", "20261124T100000Z"),
      "DTSTART:20261204T130000Z",
      "COMMENT:After lunch?",
    ];
    await take(await received("COUNTER", lines));
    expect(await came(id)).toMatchObject([
      { answer: "proposed", proposedFrom: new Date("2026-12-04T13:00:00Z"), comment: "After lunch?" },
    ]);
  });

  test("is nobody's who is not in the session, did not write the mail, or names no session", async () => {
    const id = await book("2026-12-07T09:00:00Z");
    const stamp = "20261124T100000Z";
    const strangers = [
      await received("REPLY", reply(id, "DECLINED", stamp), "stranger@elsewhere.example"),
      await received(
        "REPLY",
        reply(id, "DECLINED", stamp, 0, "stranger@elsewhere.example"),
        "stranger@elsewhere.example",
      ),
      await received("REPLY", reply(newId(), "DECLINED", stamp)),
      await received("REPLY", ["UID:other", "ATTENDEE;PARTSTAT=DECLINED:mailto:executive@north.example"]),
    ];
    for (const mailId of strangers) {
      expect((await take(mailId)).output).toEqual({ filed: false });
      const [mail] = await inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.id, mailId)));
      expect(mail!.status).toBe("unmatched");
    }
    expect(await came(id)).toEqual([]);
  });
});
