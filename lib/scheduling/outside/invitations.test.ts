import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { people } from "@/db/schema/people";
import { openBody, openCalendar } from "@/lib/mail/sealed-body";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { changePlace } from "@/lib/scheduling/commands/place";
import { oneSession } from "@/lib/scheduling/queries";

const world = testWorld();
const at = { now: new Date("2026-11-23T09:00:00Z") };

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

/** The mails about a session to one person, in order, opened. */
const mailsTo = (personId: string, sessionId: string) =>
  inNorth(async (tx) => {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const rows = await tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.entityId, sessionId), eq(mailMessages.personId, personId)))
      .orderBy(asc(mailMessages.id));
    return rows.map((row) => ({
      subject: row.subject,
      text: openBody(key, row).text!,
      method: row.calendarMethod,
      lines: openCalendar(key, row)?.content.replace(/\r\n /g, "").split("\r\n") ?? [],
    }));
  });
const value = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
const book = async (role: "executive" | "consultant", startsAt: string, more: object = {}) => {
  const { programmeId, sessionTypeId: typeId } = world.north;
  return (await world.north.execute(bookSession, role, { programmeId, typeId, startsAt, ...more }, at)).id;
};

describe("a session that is booked", () => {
  test("is in both calendars, by the clock of each, and who booked it needs no news of it in the app", async () => {
    await inNorth((tx) =>
      tx.update(people).set({ timeZone: "America/New_York" }).where(eq(people.id, world.north.executiveId)),
    );
    const id = await book("executive", "2026-12-01T09:00:00Z");
    const [own, ...more] = await mailsTo(world.north.executiveId, id);
    expect(more).toEqual([]);
    expect(own!.method).toBe("REQUEST");
    expect(value(own!.lines, "DTSTART").slice(-1)).toEqual(["DTSTART;TZID=America/New_York:20261201T040000"]);
    expect(value(own!.lines, "UID")).toEqual([`UID:${id}@sessions.landfall`]);
    expect(value(own!.lines, "SEQUENCE")).toEqual(["SEQUENCE:0"]);
    expect(value(own!.lines, "TRIGGER")).toEqual(["TRIGGER:-PT1440M", "TRIGGER:-PT60M"]);
    expect(own!.lines.filter((line) => line === "BEGIN:VTIMEZONE")).toHaveLength(1);
    expect(own!.lines.find((line) => line.includes("executive@north.example"))).toContain("PARTSTAT=ACCEPTED");
    expect(own!.text).toContain("04:00");
    expect(own!.text).toContain("America/New York");
    expect(own!.text).toContain(`/programmes/${world.north.programmeId}/sessions/${id}`);
    const [host] = await mailsTo(world.north.consultantId, id);
    expect(value(host!.lines, "DTSTART").slice(-1)).toEqual(["DTSTART;TZID=Europe/Zurich:20261201T100000"]);
    expect(host!.text).toContain(`/north/sessions/${id}`);
    expect(host!.lines.find((line) => line.includes("mailto:consultant@north.example"))).toContain(
      "PARTSTAT=NEEDS-ACTION",
    );
    const told = await inNorth((tx) =>
      tx.select({ to: notifications.personId }).from(notifications).where(eq(notifications.kind, "scheduling.booked")),
    );
    expect(told).toEqual([{ to: world.north.consultantId }]);
  });

  test("is held elsewhere when its host says so: all are told, and so are their calendars; as it was, it is again by Undo", async () => {
    const { consultantId, executiveId } = world.north;
    const id = await book("executive", "2026-12-04T09:00:00Z");
    const link = "https://meet.example/ana";
    const change = (role: "executive" | "consultant", input: object, when: Date = at.now) =>
      world.north.execute(
        changePlace,
        role,
        { id, expectedVersion: 1, placeKind: "video", place: link, ...input },
        { now: when },
      );
    expect((await refusalOf(change("executive", {}))).code).toBe("forbidden");
    const nowhere = await refusalOf(change("consultant", { placeKind: "place", place: " " }));
    expect(nowhere.details.fields).toEqual({ place: ["Say where."] });
    const placed = await change("consultant", {});
    expect(placed.version).toBe(2);
    expect((await refusalOf(change("consultant", { place: "" }))).code).toBe("conflict");
    for (const personId of [executiveId, consultantId]) {
      const mail = (await mailsTo(personId, id)).at(-1)!;
      expect(mail.subject).toContain("Elsewhere");
      expect(mail.text).toContain(link);
      expect(mail.method).toBe("REQUEST");
      expect(value(mail.lines, "SEQUENCE")).toEqual(["SEQUENCE:1"]);
      expect(mail.lines.join("\n")).toContain(link);
    }
    // The same once more says nothing to anybody.
    await change("consultant", { expectedVersion: 2 });
    expect(await mailsTo(executiveId, id)).toHaveLength(2);
    const back = changePlace.undo!({} as never, placed)!.input as Parameters<typeof change>[1];
    await change("consultant", back);
    const seen = await world.north.ask(oneSession, "executive", { id }, at);
    expect([seen.placeKind, seen.place, seen.sequence]).toEqual([placed.placeKind, placed.place, 2]);
    const over = await refusalOf(change("consultant", { expectedVersion: 3 }, new Date("2026-12-04T12:00:00Z")));
    expect(over.code).toBe("state");
  });

  test("keeps its name and rises in sequence when it is moved and cancelled", async () => {
    const id = await book("consultant", "2026-12-02T09:00:00Z");
    const move = (expectedVersion: number, startsAt: string) =>
      world.north.execute(moveSession, "consultant", { id, expectedVersion, startsAt, anyway: true }, at);
    await move(1, "2026-12-03T09:00:00Z");
    await move(2, "2026-12-03T13:00:00Z");
    await world.north.execute(cancelSession, "consultant", { id, reason: "A strike, and no trains." }, at);
    const mails = await mailsTo(world.north.executiveId, id);
    expect(mails.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "REQUEST", "CANCEL"]);
    const sequences = mails.map(({ lines }) => Number(value(lines, "SEQUENCE")[0]!.slice("SEQUENCE:".length)));
    expect(sequences.every((sequence, place) => place === 0 || sequence > sequences[place - 1]!)).toBe(true);
    expect(new Set(mails.flatMap(({ lines }) => value(lines, "UID"))).size).toBe(1);
    expect(value(mails[3]!.lines, "STATUS")).toEqual(["STATUS:CANCELLED"]);
    expect(mails[3]!.text).toContain("A strike, and no trains.");
    expect(mails[3]!.lines.join("\n")).not.toContain("VALARM");
  });
});

describe("a group", () => {
  test("names nobody who takes part, and who gives up their place has it taken out of their calendar", async () => {
    const { groupTypeId: typeId, otherConsultantId: hostId, programmeId } = world.north;
    const startsAt = "2027-01-18T10:00:00Z";
    const input = { programmeId, typeId, startsAt, hostId, anyway: true };
    const { id } = await world.north.execute(bookSession, "consultant", input, at);
    const [host] = await mailsTo(hostId, id);
    expect(host!.lines.join("\n")).not.toContain("executive@north.example");
    expect(host!.text).toContain(`/north/sessions/${id}`);
    await world.north.execute(cancelSession, "executive", { id, reason: "" }, at);
    await world.north.execute(bookSession, "consultant", input, at);
    const mails = await mailsTo(world.north.executiveId, id);
    expect(mails.map(({ method }) => method)).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
    expect(mails.map(({ lines }) => value(lines, "SEQUENCE")[0])).toEqual(["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"]);
  });
});
