import fc from "fast-check";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { closures, programmeExtensions, programmePauses } from "@/db/schema/lifecycle";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { addBusinessDays, businessDaysBetween } from "@/lib/business-time/business-days";
import { rowsOf } from "@/lib/business-time/load";
import { calendarFrom } from "@/lib/business-time/stored-calendar";
import { Refusal } from "@/lib/platform/refusal";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { extendProgramme } from "@/lib/programmes/commands/extend";
import { editLanding, landProgramme } from "@/lib/programmes/commands/landing";
import {
  completeProgramme,
  expireProgramme,
  pauseProgramme,
  reopenProgramme,
  resumeProgramme,
  withdrawProgramme,
} from "@/lib/programmes/commands/lifecycle";
import { addTask } from "@/lib/programmes/commands/tasks";
import { addDays, civilDate, daysBetween } from "@/lib/platform/civil-dates";
import { aftercareOf } from "@/lib/programmes/queries/aftercare";
import { reopeningOf } from "@/lib/programmes/queries/reopening";

const world = testWorld();
const zone = "Europe/Zurich";

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const officeHours = () => inNorth(async (tx) => calendarFrom(await rowsOf({ tx }, world.north.calendarId)));

const facts = (id: string) =>
  inNorth(async (tx) => {
    const [programme] = await tx.select().from(programmes).where(eq(programmes.id, id));
    const of = <Row>(rows: Promise<Row[]>) => rows;
    return {
      programme: programme!,
      tasks: await of(tx.select().from(programmeTasks).where(eq(programmeTasks.programmeId, id))),
      pauses: await of(tx.select().from(programmePauses).where(eq(programmePauses.programmeId, id))),
      landings: await of(tx.select().from(landings).where(eq(landings.programmeId, id))),
      closures: await of(tx.select().from(closures).where(eq(closures.programmeId, id))),
      extensions: await of(tx.select().from(programmeExtensions).where(eq(programmeExtensions.programmeId, id))),
      checks: await of(tx.select().from(aftercareChecks).where(eq(aftercareChecks.programmeId, id))),
    };
  });

type Facts = Awaited<ReturnType<typeof facts>>;

/** A day in the life of a programme: how long after the one before, and what was tried on it. */
const step = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  move: fc.constantFrom("pause", "resume", "land", "complete", "expire", "withdraw", "reopen", "extend", "task"),
});

async function attempt(id: string, move: string, now: Date, before: Facts): Promise<void> {
  const { north } = world;
  const today = civilDate(now, zone);
  const why = { id, reasonKey: "time-over" as const };
  const at = { now };
  switch (move) {
    case "pause":
      return void (await north.execute(pauseProgramme, "consultant", { id, reason: "Rest." }, at));
    case "resume":
      return void (await north.execute(resumeProgramme, "consultant", { id }, at));
    case "land": {
      const landing = { id, kind: "employed" as const, employer: "Norvel", acceptedOn: today };
      return void (await north.execute(landProgramme, "consultant", landing, at));
    }
    case "complete":
      return void (await north.execute(completeProgramme, "consultant", why, at));
    case "expire":
      return void (await north.execute(expireProgramme, "consultant", why, at));
    case "withdraw":
      return void (await north.execute(withdrawProgramme, "consultant", why, at));
    case "reopen":
      return void (await north.execute(reopenProgramme, "consultant", { id, reason: "It fell through." }, at));
    case "extend": {
      const toOn = addDays(before.programme.endsOn!, 10);
      const input = { id, toOn, reason: "A last round.", agreedBy: "HR" };
      return void (await north.execute(extendProgramme, "consultant", input, at));
    }
    default: {
      const dueOn = addBusinessDays(today, 6, await officeHours());
      await north.execute(addTask, "consultant", { programmeId: id, title: "Call", owner: "executive", dueOn }, at);
    }
  }
}

const kinds = ["tasks", "pauses", "landings", "closures", "extensions", "checks"] as const;

describe("whatever happens to a programme", () => {
  test("no row is lost, no date is taken away, and its state and rows say the same", async () => {
    const { programmeId: id } = world.north;
    const calendar = await officeHours();
    // The clock only goes on: each path begins where the one before stopped.
    let now = new Date("2026-11-23T09:00:00Z");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        for (const { after, move } of steps) {
          now = new Date(now.getTime() + after * 86_400_000 + 60_000);
          const before = await facts(id);
          let refused = false;
          await attempt(id, move, now, before).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            refused = true;
          });
          const then = await facts(id);
          if (refused) {
            expect(then).toEqual(before);
            continue;
          }
          for (const kind of kinds) {
            const ids = then[kind].map((row) => row.id);
            expect(ids).toEqual(expect.arrayContaining(before[kind].map((row) => row.id)));
          }
          expect(daysBetween(before.programme.endsOn!, then.programme.endsOn!)).toBeGreaterThanOrEqual(0);
          for (const task of before.tasks) {
            const same = then.tasks.find((other) => other.id === task.id)!;
            if (task.dueOn) expect(same.dueOn! >= task.dueOn).toBe(true);
          }
          const { state } = then.programme;
          const standing = then.landings.filter(({ fellThroughAt }) => !fellThroughAt).length;
          expect(then.pauses.filter(({ endedAt }) => !endedAt).length).toBe(state === "paused" ? 1 : 0);
          expect(standing).toBe(state === "landed" ? 1 : state === "completed" ? standing : 0);
          expect(standing).toBeLessThanOrEqual(1);
          expect(then.closures.filter(({ reopenedAt }) => !reopenedAt).length).toBe(
            ["completed", "expired", "withdrawn"].includes(state) ? 1 : 0,
          );
          // Going on after a rest leaves as many business days for each open task as there were when it began.
          if (move === "resume") {
            const pause = before.pauses.find(({ endedAt }) => !endedAt)!;
            const from = pause.fromOn ?? civilDate(pause.startedAt, zone);
            for (const task of before.tasks.filter((other) => other.dueOn && !other.doneAt && !other.deletedAt)) {
              const due = then.tasks.find((other) => other.id === task.id)!.dueOn!;
              const left = (start: string, end: string) => businessDaysBetween(start, end, calendar);
              expect(left(civilDate(now, zone), due)).toBe(left(from, task.dueOn!));
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe("a pause", () => {
  test("may have begun earlier, but not tomorrow, before the programme, or within another one", async () => {
    const { north } = world;
    const id = north.secondPhaseProgrammeId;
    const at = { now: new Date("2026-11-20T09:00:00Z") };
    await transaction({ organisationId: north.organisationId }, (tx) =>
      tx.update(programmes).set({ endsOn: "2027-05-02" }).where(eq(programmes.id, id)),
    );
    const pause = (fromOn: string, untilOn = "") =>
      north.execute(pauseProgramme, "consultant", { id, reason: "A journey.", fromOn, untilOn }, at);
    expect((await refusalOf(pause("2026-11-21"))).details.field).toBe("fromOn");
    expect((await refusalOf(pause("2026-10-30"))).message).toBe("The programme was not running yet on that day.");
    expect((await refusalOf(pause("2026-11-10", "2026-11-09"))).code).toBe("invalid");
    await pause("2026-11-10", "2026-11-27");
    await north.execute(resumeProgramme, "consultant", { id }, at);
    const { pauses, programme } = await facts(id);
    expect(pauses).toMatchObject([{ fromOn: "2026-11-10", shiftedBusinessDays: 8, shiftedDays: 10 }]);
    expect(programme.endsOn).toBe("2027-05-12");
    expect((await refusalOf(pause("2026-11-12"))).message).toBe("The programme was paused on that day already.");
  });
});

describe("a landing", () => {
  const landing = {
    ...{
      kind: "employed" as const,
      employer: "Norvel",
      title: "CFO",
      acceptedOn: "2026-11-18",
      startsOn: "2027-01-04",
    },
    ...{ channel: "network" as const, satisfaction: 8 },
    pay: { minor: 2_000_000, currency: "CHF", period: "month" as const },
    lastPay: { minor: 30_000_000, currency: "CHF", period: "year" as const },
  };

  test("keeps pay sealed, its ratio plain, and plans three check-ins on business days", async () => {
    const { north } = world;
    const id = north.pausedProgrammeId;
    const now = new Date("2026-11-19T09:00:00Z");
    await north.execute(landProgramme, "consultant", { id, ...landing }, { now });
    const { landings: rows, checks, programme } = await facts(id);
    expect(rows[0]).toMatchObject({ replacementRatio: 0.8, satisfaction: 8, channel: "network" });
    expect(JSON.stringify([rows, programme])).not.toContain("30000000");
    // 3 February, 4 April (a Sunday) and 3 July (a Saturday) 2027.
    expect(checks.map(({ dueOn }) => dueOn).sort()).toEqual(["2027-02-03", "2027-04-05", "2027-07-05"]);
    expect(await north.ask(aftercareOf, "consultant", { id })).toMatchObject({
      pay: landing.pay,
      lastPay: landing.lastPay,
    });
    expect(await north.ask(aftercareOf, "administrator", { id })).toMatchObject({
      ...{ pay: null, lastPay: null, replacementRatio: null, satisfaction: 8 },
    });
    const [row] = rows;
    const later = { ...landing, landingId: row!.id, expectedVersion: 1, startsOn: "2027-02-01", pay: undefined };
    await north.execute(editLanding, "consultant", later, { now });
    const moved = await facts(id);
    expect(moved.landings[0]).toMatchObject({ startsOn: "2027-02-01", replacementRatio: 0.8 });
    expect(moved.checks.map(({ dueOn }) => dueOn).sort()[0]).toBe("2027-03-03");
    expect((await refusalOf(north.execute(editLanding, "consultant", later, { now }))).code).toBe("conflict");
  });

  test("that falls through says before what changes, and drops its check-ins without losing them", async () => {
    const { north } = world;
    const id = north.pausedProgrammeId;
    const now = new Date("2026-12-03T09:00:00Z");
    const effect = await north.ask(reopeningOf, "consultant", { id }, { now });
    expect(effect).toMatchObject({
      landing: { employer: "Norvel", title: "CFO" },
      checksDropped: 3,
      businessDays: 10,
    });
    expect(effect.rate.before.landed).toBeGreaterThan(0);
    expect(effect.rate.before.landed - effect.rate.after.landed).toBe(1);
    const { checks, programme } = await facts(id);
    await north.execute(reopenProgramme, "consultant", { id, reason: "The offer was withdrawn." }, { now });
    const then = await facts(id);
    expect(then.programme.endsOn).toBe(effect.endsOn.after);
    expect(daysBetween(programme.endsOn!, then.programme.endsOn!)).toBe(14);
    expect(then.checks.length).toBe(checks.length);
    const noted = north.execute(noteAftercare, "consultant", { id: checks[0]!.id, stillThere: true }, { now });
    expect((await refusalOf(noted)).message).toContain("fell through");
  });

  test("is asked about after some time, with what was said sealed and only for who accompanies", async () => {
    const { north } = world;
    const input = { id: north.aftercareId, stillThere: true, notes: "Likes the team." };
    await north.execute(noteAftercare, "consultant", input);
    const id = north.landedProgrammeId;
    const read = async (role: string) => (await north.ask(aftercareOf, role, { id }))!.checks[0]!;
    expect(await read("consultant")).toMatchObject({ stillThere: true, notes: "Likes the team." });
    expect(await read("administrator")).toMatchObject({ stillThere: true, notes: null });
    const [stored] = await inNorth((tx) =>
      tx
        .select()
        .from(aftercareChecks)
        .where(and(eq(aftercareChecks.id, north.aftercareId), isNull(aftercareChecks.deletedAt))),
    );
    expect(stored!.notesEncrypted).not.toContain("team");
  });
});
