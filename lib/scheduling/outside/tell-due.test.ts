import { and, eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { scheduledSessions, sessionTypes } from "@/db/schema/scheduling";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession } from "@/lib/scheduling/commands/changes";
import { noteOutcome } from "@/lib/scheduling/commands/outcome";
import { rateSession, ratingOf } from "@/lib/scheduling/outside/rating";
import { tellDue } from "@/lib/scheduling/outside/tell-due";

const world = testWorld();
const booked = { now: new Date("2026-11-23T09:00:00Z") };
const minute = 60_000;

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const book = async (startsAt: string) => {
  const { programmeId, sessionTypeId: typeId } = world.north;
  return (await world.north.execute(bookSession, "consultant", { programmeId, typeId, startsAt, anyway: true }, booked))
    .id;
};
/** The sweep of a moment; how many were told. */
const sweep = async (now: string) => {
  const actor = { kind: "system", organisationId: world.north.organisationId, cause: "test" } as const;
  return (await execute(tellDue, actor, {}, { now: new Date(now) })).output.told;
};
/** Who was told what of a session in the app, in order. */
const told = async (id: string, kind: string) =>
  (
    await inNorth((tx) =>
      tx
        .select({ to: notifications.personId })
        .from(notifications)
        .where(
          and(
            eq(notifications.kind, `scheduling.${kind}`),
            like(notifications.dedupeKey, `scheduling.${kind}/${id}/%`),
          ),
        ),
    )
  )
    .map(({ to }) => to)
    .sort();
const mails = async (id: string, kind: string) =>
  (
    await inNorth((tx) =>
      tx
        .select({ id: mailMessages.id })
        .from(mailMessages)
        .where(and(eq(mailMessages.entityId, id), like(mailMessages.idempotencyKey, `%scheduling.${kind}/%`))),
    )
  ).length;
const both = () => [world.north.consultantId, world.north.executiveId].sort();
const dueAt = async (id: string) =>
  (
    await inNorth((tx) =>
      tx.select({ at: scheduledSessions.dueAt }).from(scheduledSessions).where(eq(scheduledSessions.id, id)),
    )
  )[0]!.at;

describe("a session", () => {
  test("is brought to mind a day and an hour before, to both, by mail and in the app, once", async () => {
    const id = await book("2026-12-01T09:00:00Z");
    await sweep("2026-11-23T09:01:00Z");
    expect(await dueAt(id)).toEqual(new Date("2026-11-30T09:00:00Z"));
    expect(await told(id, "reminder")).toEqual([]);
    expect(await sweep("2026-11-30T08:59:00Z")).toBe(2);
    expect(await sweep("2026-11-30T09:00:00Z")).toBe(0);
    expect(await told(id, "reminder")).toEqual(both());
    await sweep("2026-12-01T08:00:00Z");
    expect(await mails(id, "reminder")).toBe(4);
    // How it was is asked half an hour after its end; for what is missing, when work begins the next day.
    await sweep("2026-12-01T10:30:00Z");
    expect(await told(id, "rating")).toEqual([world.north.executiveId]);
    expect(await told(id, "notes")).toEqual([]);
    await sweep("2026-12-02T07:00:00Z");
    expect(await told(id, "notes")).toEqual([]);
    await sweep("2026-12-02T08:00:00Z");
    expect(await told(id, "notes")).toEqual([world.north.consultantId]);
    expect(await dueAt(id)).toBeNull();
  });

  test("that was moved is brought to mind for its new time", async () => {
    const id = await book("2026-12-03T09:00:00Z");
    await sweep("2026-12-02T09:00:00Z");
    expect(await mails(id, "reminder")).toBe(2);
    const when = { now: new Date("2026-12-02T10:00:00Z") };
    const to = { id, expectedVersion: 1, startsAt: "2026-12-04T12:00:00Z", anyway: true };
    await world.north.execute(moveSession, "consultant", to, when);
    await sweep("2026-12-03T08:00:00Z");
    expect(await mails(id, "reminder")).toBe(2);
    await sweep("2026-12-03T12:00:00Z");
    await sweep("2026-12-04T11:00:00Z");
    expect(await mails(id, "reminder")).toBe(6);
  });

  test("that was cancelled is brought to mind no more, nor is one whose kind has no reminders any more", async () => {
    const id = await book("2026-12-08T09:00:00Z");
    const other = await book("2026-12-09T09:00:00Z");
    await sweep("2026-12-01T09:00:00Z");
    await world.north.execute(
      cancelSession,
      "consultant",
      { id, reason: "" },
      { now: new Date("2026-12-01T10:00:00Z") },
    );
    expect(await dueAt(id)).toBeNull();
    await inNorth((tx) =>
      tx.update(sessionTypes).set({ reminders: [] }).where(eq(sessionTypes.id, world.north.sessionTypeId)),
    );
    await sweep("2026-12-08T09:00:00Z");
    await sweep("2026-12-09T08:30:00Z");
    expect([await mails(id, "reminder"), await mails(other, "reminder")]).toEqual([0, 0]);
    await inNorth((tx) =>
      tx
        .update(sessionTypes)
        .set({ reminders: [1440, 60] })
        .where(eq(sessionTypes.id, world.north.sessionTypeId)),
    );
    // It is an hour before at most: the day before is over, and said no more.
    await sweep("2026-12-09T08:31:00Z");
    expect(await mails(other, "reminder")).toBe(2);
  });

  test("is not brought to mind once it has begun, after an hour in which nothing ran", async () => {
    const id = await book("2026-12-10T09:00:00Z");
    await sweep("2026-12-10T07:58:00Z");
    expect(await mails(id, "reminder")).toBe(2);
    await sweep("2026-12-10T09:00:00Z");
    expect(await mails(id, "reminder")).toBe(2);
  });

  test("is told once by two sweeps at once", async () => {
    const id = await book("2026-12-11T09:00:00Z");
    await sweep("2026-12-10T08:00:00Z");
    const counts = await Promise.all(Array.from({ length: 6 }, () => sweep("2026-12-10T09:00:00Z")));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect(await mails(id, "reminder")).toBe(2);
  });

  test("keeps its distance on the nights in which clocks change", async () => {
    // 03:30 in Zurich, an hour after the clocks went on; 03:30, after they went back.
    const spring = await book("2027-03-28T01:30:00Z");
    const autumn = await book("2027-10-31T02:30:00Z");
    for (const [id, hour, early] of [
      [spring, "2027-03-28T00:30:00Z", "2027-03-28T00:28:00Z"],
      [autumn, "2027-10-31T01:30:00Z", "2027-10-31T01:28:00Z"],
    ] as const) {
      await sweep(new Date(Date.parse(hour) - 23 * 60 * minute).toISOString());
      expect(await mails(id, "reminder")).toBe(2);
      await sweep(early);
      expect(await mails(id, "reminder")).toBe(2);
      await sweep(hour);
      expect(await mails(id, "reminder")).toBe(4);
    }
  });
});

describe("how it was", () => {
  test("is said once, by who took part, and told to who held it", async () => {
    const id = await book("2026-12-14T09:00:00Z");
    const rate = (role: "executive" | "consultant", now: string, rating = 4) =>
      world.north.execute(rateSession, role, { id, rating, comment: "Helped." }, { now: new Date(now) });
    expect((await refusalOf(rate("executive", "2026-12-14T09:30:00Z"))).code).toBe("state");
    const over = "2026-12-14T10:05:00Z";
    expect((await refusalOf(rate("consultant", over))).code).toBe("state");
    await rate("executive", over);
    expect((await refusalOf(rate("executive", over, 1))).code).toBe("state");
    const seen = await world.north.ask(ratingOf, "executive", { id }, { now: new Date(over) });
    expect(seen).toMatchObject({ given: 4, hosts: ["Robin Consultant"] });
    expect(await told(id, "rated")).toEqual([world.north.consultantId]);
    // Who has said it is asked no more.
    await sweep("2026-12-14T10:30:00Z");
    expect(await told(id, "rating")).toEqual([]);
  });

  test("is not asked of who did not come, and is where that is put right", async () => {
    const id = await book("2026-12-15T09:00:00Z");
    const noted = (outcome: "done" | "no_show", now: string) =>
      world.north.execute(noteOutcome, "consultant", { id, outcome }, { now: new Date(now) });
    await noted("no_show", "2026-12-15T09:20:00Z");
    await sweep("2026-12-15T10:35:00Z");
    expect(await told(id, "rating")).toEqual([]);
    await noted("done", "2026-12-15T11:00:00Z");
    await sweep("2026-12-15T11:01:00Z");
    expect(await told(id, "rating")).toEqual([world.north.executiveId]);
    // It took place, but nothing was written down.
    await sweep("2026-12-16T08:00:00Z");
    expect(await told(id, "notes")).toEqual([world.north.consultantId]);
  });
});
