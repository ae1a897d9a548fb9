import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { programmeEntitlements } from "@/db/schema/programmes";
import { usualWeek } from "@/lib/business-time/calendar";
import { setEntitlements } from "@/lib/packages/commands";
import { onePackage } from "@/lib/packages/queries";
import type { SessionKind } from "@/lib/packages/schemas";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import {
  declinePackageChange,
  takeBackPackageDecision,
  takePackageChange,
} from "@/lib/programmes/commands/package-changes";
import { packageChanges, type CopiedEntitlement } from "@/lib/programmes/package-changes";
import { packageChangesOf, packageUse } from "@/lib/programmes/queries/package-changes";
import { sessionsOf } from "@/lib/programmes/queries/sessions";
import { timelineOf } from "@/lib/records/queries/timeline";

const calendar = {
  ...{ timeZone: "Europe/Zurich", week: usualWeek, closures: [], openings: [] },
  holidays: () => [],
};
const standing = { phasePosition: 1, begun: true, today: "2026-11-23", calendar };

/** What a programme is offered of the coaching of its package, which stands there in some version. */
const offeredSessions = (version: number, sessions: number, own: Partial<CopiedEntitlement> | null) =>
  packageChanges(
    { phases: [], tasks: [], entitlements: [{ id: "e", version, kind: "coaching", sessions }] },
    {
      ...{ phases: [], tasks: [] },
      entitlements: own ? [{ id: "f", kind: "coaching", sessions: 12, packageVersion: 1, ...own }] : [],
    },
    standing,
  );

describe("a change of the sessions of a package", () => {
  test("says from how many to how many, also where there were none and where there are none any more", () => {
    const fields = (from: number, to: number) => [{ field: "sessions", from, to }];
    expect(offeredSessions(2, 14, {})).toEqual([
      {
        ...{ kind: "sessions-changed", sourceId: "e", sourceVersion: 2, copyId: "f", phasePosition: null },
        ...{ title: "coaching", fields: fields(12, 14), due: null },
      },
    ]);
    expect(offeredSessions(1, 14, null)).toMatchObject([{ copyId: null, fields: fields(0, 14) }]);
    expect(offeredSessions(2, 0, {})).toMatchObject([{ copyId: "f", fields: fields(12, 0) }]);
  });

  test("is offered where the numbers differ and nobody looked at that version yet, and nowhere else", () => {
    const count = fc.integer({ min: 0, max: 4 });
    const version = fc.integer({ min: 1, max: 4 });
    const own = fc.record({ sessions: count, packageVersion: fc.option(version) });
    fc.assert(
      fc.property(version, count, fc.option(own), (ofPackage, sessions, programme) => {
        const has = programme?.sessions ?? 0;
        const offers = offeredSessions(ofPackage, sessions, programme);
        const lookedAt = programme?.packageVersion ?? 0;
        expect(offers).toHaveLength(has !== sessions && lookedAt < ofPackage ? 1 : 0);
        // Taken over or left, this version does not come again; a later one does where it differs.
        for (const then of [has, sessions]) {
          const decided = { sessions: then, packageVersion: ofPackage };
          expect(offeredSessions(ofPackage, sessions, decided)).toEqual([]);
          expect(offeredSessions(ofPackage + 1, then + 1, decided)).toMatchObject([
            { fields: [{ from: then, to: then + 1 }] },
          ]);
        }
      }),
    );
  });
});

describe("a running programme", () => {
  const world = testWorld();

  /** A programme as it is invited with the package of today, and the package's sessions to be set. */
  const withSessions = async (name: string) => {
    const { north } = world;
    const { packageId } = north;
    const email = `${name.toLowerCase().replace(" ", ".")}@example.com`;
    const { id } = await north.execute(inviteExecutive, "consultant", { name, email, packageId });
    const input = (change: { sourceId: string; sourceVersion: number }) => ({
      ...{ programmeId: id, sourceId: change.sourceId, sourceVersion: change.sourceVersion },
    });
    return {
      id,
      set: async (sessions: Partial<Record<SessionKind, number>>) => {
        const now = await north.ask(onePackage, "administrator", { id: packageId });
        const all = { packageId, expectedVersion: now.version, sessions: { ...now.sessions, ...sessions } };
        await north.execute(setEntitlements, "administrator", all);
      },
      offered: () => north.ask(packageChangesOf, "consultant", { id }),
      has: () => north.ask(sessionsOf, "consultant", { id }),
      take: (change: { sourceId: string; sourceVersion: number }) =>
        north.execute(takePackageChange, "consultant", input(change)),
      leave: (change: { sourceId: string; sourceVersion: number }) =>
        north.execute(declinePackageChange, "consultant", input(change)),
      back: (decisionId: string) => north.execute(takeBackPackageDecision, "consultant", { decisionId }),
    };
  };
  const numbers = (changes: Awaited<ReturnType<Awaited<ReturnType<typeof withSessions>>["offered"]>>) =>
    changes.map(({ title, fields: [change] }) => [title, change!.from, change!.to]);

  test("is offered the sessions of its package: of a new kind, more or fewer, and none any more", async () => {
    const { north } = world;
    const { id, set, offered, has, take, leave } = await withSessions("Sina Sessions");
    await set({ intake: 0, coaching: 10, workshop: 1 });
    for (const change of await offered()) await take(change);
    const before = await north.ask(packageUse, "administrator", { id: north.packageId });

    await set({ intake: 2, coaching: 14, workshop: 0 });
    expect((await has()).map(({ kind, sessions }) => [kind, sessions])).toEqual([
      ["coaching", 10],
      ["workshop", 1],
    ]);
    const [intake, coaching, workshop] = await offered();
    expect(numbers([intake!, coaching!, workshop!])).toEqual([
      ["intake", 0, 2],
      ["coaching", 10, 14],
      ["workshop", 1, 0],
    ]);
    const use = await north.ask(packageUse, "administrator", { id: north.packageId });
    expect(use).toEqual({ running: before.running, differing: before.differing + 1 });
    await take(intake!);
    await leave(coaching!);
    await take(workshop!);
    expect(await offered()).toEqual([]);
    expect(await has()).toEqual([
      { kind: "intake", sessions: 2 },
      { kind: "coaching", sessions: 10 },
    ]);
    const told = (await north.ask(timelineOf, "consultant", { entity: "programme", entityId: id })).entries;
    expect(told.filter(({ kind }) => kind === "programmes.package-sessions-taken")[0]).toMatchObject({
      data: { kind: "workshop", from: 1, to: 0 },
    });

    // What was left comes back with the next change of it, and only then; what was looked at meanwhile is not taken unseen.
    await set({ intake: 3 });
    expect(numbers(await offered())).toEqual([["intake", 2, 3]]);
    await set({ coaching: 16 });
    const again = await offered();
    expect(numbers(again)).toEqual([
      ["intake", 2, 3],
      ["coaching", 10, 16],
    ]);
    await set({ coaching: 18 });
    expect((await refusalOf(take(again[1]!))).code).toBe("conflict");
    await set({ coaching: 10, intake: 2 });
    expect(await offered()).toEqual([]);
  });

  test("takes each decision on sessions back as it was, as long as nothing else happened to their number", async () => {
    const { set, offered, has, take, leave, back } = await withSessions("Beda Back");
    await set({ "resume-review": 0, coaching: 10, "networking-clinic": 3 });
    for (const change of await offered()) await take(change);
    const before = await has();
    await set({ "resume-review": 2, coaching: 14, "networking-clinic": 0 });
    const all = await offered();
    expect(all).toHaveLength(3);
    for (const decide of [take, leave])
      for (const change of all) {
        const { decisionId } = await decide(change);
        expect(numbers(await offered())).toEqual(numbers(all.filter((other) => other !== change)));
        await back(decisionId);
        expect(numbers(await offered())).toEqual(numbers(all));
        expect(await has()).toEqual(before);
        expect((await refusalOf(back(decisionId))).message).toBe("This was taken back already.");
      }

    // A later change was taken over since: it would be lost.
    const of = async (kind: SessionKind) => (await offered()).find(({ title }) => title === kind)!;
    const first = await take(await of("coaching"));
    await set({ coaching: 15 });
    const second = await take(await of("coaching"));
    const refusal = await refusalOf(back(first.decisionId));
    expect(refusal).toMatchObject({ code: "conflict" });
    expect(refusal.message).toContain("Something else happened to this number of sessions since");
    await back(second.decisionId);
    await back(first.decisionId);
    expect(await has()).toEqual(before);
    expect(numbers(await offered())).toContainEqual(["coaching", 10, 15]);
  });

  test("of an older release is offered only the sessions of which it really has another number", async () => {
    const { id, set, offered } = await withSessions("Olaf Older");
    await set({ coaching: 11, workshop: 4 });
    for (const change of await offered())
      await world.north.execute(takePackageChange, "consultant", {
        ...{ programmeId: id, sourceId: change.sourceId, sourceVersion: change.sourceVersion },
      });
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.update(programmeEntitlements).set({ packageVersion: null }).where(eq(programmeEntitlements.programmeId, id)),
    );
    expect(await offered()).toEqual([]);
    await set({ workshop: 5 });
    expect(numbers(await offered())).toEqual([["workshop", 4, 5]]);
  });
});
