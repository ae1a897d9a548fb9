import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { outsideBusy, outsideCalendars } from "@/db/schema/sessions-outside";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession, holdTime } from "@/lib/scheduling/commands/booking";
import { moveSession } from "@/lib/scheduling/commands/changes";
import { addCalendar, askCalendar, ownCalendars, removeCalendar } from "@/lib/scheduling/outside/calendars";
import { readCalendar } from "@/lib/scheduling/outside/read-calendar";
import { freeTimes, whyNot } from "@/lib/scheduling/queries";

const world = testWorld();
const start = new Date("2026-11-23T09:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** What the other calendar's server answers, and what it was asked with. */
let answer: { status?: number; body?: string; headers?: Record<string, string> } = {};
let asked: IncomingHttpHeaders[] = [];
let server: Server;
let address = "";
/** As if its name led to this machine, which outside of tests nothing can say. */
const around = { resolve: async () => ["127.0.0.1"], allows: () => true };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers);
    response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(answer.body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://calendar.example.com:${(server.address() as AddressInfo).port}/secret/basic.ics`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(async () => {
  [answer, asked] = [{}, []];
  for (const { id } of await world.north.ask(ownCalendars, "consultant", {}))
    await world.north.execute(removeCalendar, "consultant", { id });
});

const feed = (...events: string[][]) =>
  [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Other//EN"],
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "SUMMARY:The dentist, a secret", "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const dentist = [
  "UID:1@other",
  "DTSTART;TZID=Europe/Zurich:20261201T100000",
  "DTEND;TZID=Europe/Zurich:20261201T113000",
];

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const read = (id: string, now: Date) => readCalendar(world.north.organisationId, id, around, now);
const add = async (name = "Private", path = "") =>
  (await world.north.execute(addCalendar, "consultant", { name, address: address + path }, { now: start })).id;
const seen = async (id: string) =>
  (await world.north.ask(ownCalendars, "consultant", {}, { now: start })).find((one) => one.id === id)!;
const asking = (startsAt: string) => ({
  ...{ programmeId: world.north.programmeId, typeId: world.north.sessionTypeId, startsAt },
});
const codes = async (startsAt: string) =>
  (await world.north.ask(whyNot, "executive", asking(startsAt), { now: start })).map(({ code }) => code);

describe("a calendar elsewhere", () => {
  test("keeps its times from being offered, and not a word of it is kept", async () => {
    const id = await add();
    answer = { body: feed(dentist), headers: { etag: '"one"', "last-modified": "Mon, 23 Nov 2026 08:00:00 GMT" } };
    expect(await read(id, start)).toBe("read");
    expect(await seen(id)).toMatchObject({ host: "calendar.example.com", stretches: 1, failures: 0, errorCode: null });
    const kept = await inNorth((tx) => tx.select().from(outsideBusy).where(eq(outsideBusy.calendarId, id)));
    expect(kept.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [new Date("2026-12-01T09:00:00Z"), new Date("2026-12-01T10:30:00Z")],
    ]);
    expect(JSON.stringify([kept, await inNorth((tx) => tx.select().from(outsideCalendars))])).not.toMatch(
      /dentist|secret/,
    );
    expect(await codes("2026-12-01T09:30:00Z")).toEqual(["busy"]);
    expect(await codes("2026-12-01T08:30:00Z")).toEqual(["busy"]);
    expect(await codes("2026-12-01T08:00:00Z")).toEqual([]);
    const range = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    const { programmeId, sessionTypeId: typeId } = world.north;
    const free = await world.north.ask(freeTimes, "executive", { programmeId, typeId, ...range }, { now: start });
    const times = free.map(({ startsAt }) => startsAt.toISOString().slice(11, 16));
    expect(times).toContain("10:30");
    expect(times).not.toContain("09:30");
  });

  test("keeps its times from being held, booked and moved to", async () => {
    answer = { body: feed(dentist) };
    await read(await add(), start);
    const refusals = [
      await refusalOf(world.north.execute(holdTime, "executive", asking("2026-12-01T09:30:00Z"), { now: start })),
      await refusalOf(world.north.execute(bookSession, "executive", asking("2026-12-01T09:30:00Z"), { now: start })),
      await refusalOf(
        world.north.execute(
          bookSession,
          "consultant",
          { ...asking("2026-12-01T10:00:00Z"), anyway: true },
          { now: start },
        ),
      ),
    ];
    expect(refusals.map(({ details }) => details.current?.["reason"])).toEqual(["busy", "busy", "busy"]);
    const booked = await world.north.execute(bookSession, "executive", asking("2026-12-02T09:00:00Z"), { now: start });
    const move = { id: booked.id, expectedVersion: 1, startsAt: "2026-12-01T09:00:00Z" };
    const refused = await refusalOf(world.north.execute(moveSession, "executive", move, { now: start }));
    expect(refused.message).toContain("Busy elsewhere");
  });

  test("is asked whether anything changed, and as a whole once a day", async () => {
    const id = await add();
    answer = { body: feed(dentist), headers: { etag: '"one"', "last-modified": "Mon, 23 Nov 2026 08:00:00 GMT" } };
    await read(id, start);
    expect(await read(id, later(5))).toBeNull();
    answer = { status: 304 };
    expect(await read(id, later(15))).toBe("unchanged");
    expect(asked[1]).toMatchObject({ "if-none-match": '"one"', "if-modified-since": "Mon, 23 Nov 2026 08:00:00 GMT" });
    expect(await seen(id)).toMatchObject({ readAt: later(15), stretches: 1 });
    answer = { body: feed() };
    expect(await read(id, later(1441))).toBe("read");
    expect(asked[2]!["if-none-match"]).toBeUndefined();
    expect(await codes("2026-12-01T09:30:00Z")).toEqual([]);
  });

  test("that cannot be read says why, is tried ever more seldom, and what was read before stands", async () => {
    const id = await add("Work", "?work");
    answer = { body: feed(dentist) };
    await read(id, start);
    answer = { status: 403 };
    expect(await read(id, later(15))).toBe("refused");
    expect(await seen(id)).toMatchObject({ failures: 1, errorCode: "refused", nextReadAt: later(20), readAt: start });
    answer = { body: "<!doctype html><html><body>Sign in</body></html>" };
    expect(await read(id, later(20))).toBe("web-page");
    expect(await seen(id)).toMatchObject({ failures: 2, nextReadAt: later(30) });
    expect(await codes("2026-12-01T09:30:00Z")).toEqual(["busy"]);
    // One does not have to wait.
    await world.north.execute(askCalendar, "consultant", { id }, { now: later(21) });
    answer = { body: feed() };
    expect(await read(id, later(21))).toBe("read");
    expect(await seen(id)).toMatchObject({ failures: 0, errorCode: null });
  });

  test("is never fetched from somebody's own network", async () => {
    const { id } = await world.north.execute(
      addCalendar,
      "consultant",
      { name: "Inside", address: "http://169.254.169.254/latest/meta-data/" },
      { now: start },
    );
    expect(await readCalendar(world.north.organisationId, id, undefined, start)).toBe("not-public");
  });

  test("does not count our own sessions, which came there by their invitations", async () => {
    const id = await add("With invitations", "?own");
    const uid = `${world.north.sessionId}@sessions.landfall`;
    const hidden = `040000008200E00074C5B7101A82E0080000${Buffer.from(`vCal-Uid${uid}`).toString("hex").toUpperCase()}`;
    const times = dentist.slice(1);
    answer = { body: feed([`UID:${uid}`, ...times], [`UID:${hidden}`, ...times]) };
    expect(await read(id, start)).toBe("read");
    expect(await codes("2026-12-01T09:30:00Z")).toEqual([]);
  });

  test("belongs to who added it, once, and takes its times along when it is removed", async () => {
    const id = await add("Again", "?again");
    const twice = world.north.execute(addCalendar, "consultant", { name: "Again", address: `${address}?again` });
    expect((await refusalOf(twice)).details.field).toBe("address");
    answer = { body: feed(dentist) };
    await read(id, start);
    expect(await codes("2026-12-01T09:30:00Z")).toEqual(["busy"]);
    for (const command of [askCalendar, removeCalendar])
      expect((await refusalOf(world.north.execute(command, "other-consultant", { id }))).code).toBe("not_found");
    expect(await world.north.ask(ownCalendars, "other-consultant", {})).toEqual([]);
    await world.north.execute(removeCalendar, "consultant", { id });
    expect(await codes("2026-12-01T09:30:00Z")).toEqual([]);
  });

  test("read twice at once is read once", async () => {
    const id = await add();
    answer = { body: feed(dentist) };
    const came = await Promise.all([1, 2, 3, 4].map(() => read(id, start)));
    expect(came.filter((one) => one !== null)).toEqual(["read"]);
  });
});
