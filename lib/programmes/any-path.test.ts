import fc from "fast-check";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { packageTasks } from "@/db/schema/packages";
import { editPackageTask, setEntitlements } from "@/lib/packages/commands";
import { onePackage } from "@/lib/packages/queries";
import { execute } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { testWorld } from "@/lib/platform/testing/world";
import { extendProgramme } from "@/lib/programmes/commands/extend";
import { handOver, takeBackHandover } from "@/lib/programmes/commands/handover";
import { inviteExecutive, takeBackInvitation } from "@/lib/programmes/commands/invite";
import { editLanding, landProgramme } from "@/lib/programmes/commands/landing";
import {
  acceptProgramme,
  activateProgramme,
  completeProgramme,
  expireProgramme,
  pauseProgramme,
  reopenProgramme,
  resumeProgramme,
  withdrawProgramme,
} from "@/lib/programmes/commands/lifecycle";
import {
  declinePackageChange,
  takeBackPackageDecision,
  takePackageChange,
} from "@/lib/programmes/commands/package-changes";
import { completePhase } from "@/lib/programmes/commands/phases";
import { addDays, civilDate } from "@/lib/platform/civil-dates";
import { packageChangesOf } from "@/lib/programmes/queries/package-changes";
import { factsOfContract, type Facts } from "@/lib/programmes/testing/facts-of-contract";
import { expectFactsAsMadeAnew } from "@/lib/reports/testing/facts-anew";
import { createEngagement } from "@/lib/sponsors/commands/engagements";
import { oneEngagement } from "@/lib/sponsors/queries/engagement";

/*
 * Three people and a contract with two seats: whatever is done to their programmes in whatever order, by whom it may be done, loses no row, no
 * date and no seat. What is refused changes nothing.
 */

const world = testWorld();
const zone = "Europe/Zurich";
const seats = 2;
let engagementId: string;

let paths = 0;

/** A contract and three people of its own for each path. */
async function begin(): Promise<void> {
  const { north } = world;
  paths += 1;
  known.clear();
  ({ id: engagementId } = await north.execute(createEngagement, "administrator", {
    ...{ sponsorId: north.sponsorId, packageId: north.packageId, reference: `PATHS-${paths}`, seats },
    ...{ price: { minor: 700_000, currency: "EUR" }, fromOn: "2026-01-01", toOn: "2060-12-31" },
  }));
}

const system = () => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" }) as const;

const facts = () => factsOfContract(world.north.organisationId, engagementId);

const moves = [
  ...["invite", "invite", "accept", "accept", "activate", "activate", "pause", "resume", "extend", "hand over"],
  ...["take a handover back", "take over", "leave", "take a decision back", "complete phase"],
  ...[
    "land",
    "land",
    "correct",
    "fall through",
    "reopen",
    "complete",
    "expire",
    "withdraw",
    "take the invitation back",
  ],
] as const;

/** What is tried: on which of three people (on the first most often), and how many days after what was tried before. */
const step = fc.record({
  who: fc.constantFrom(0, 0, 0, 1, 1, 2),
  after: fc.integer({ min: 0, max: 25 }),
  move: fc.constantFrom(...moves),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** How each path begins, so that what follows meets programmes at work: one is active, one in intake. */
const opening: readonly Step[] = [
  { who: 0, after: 0, move: "invite" },
  { who: 0, after: 1, move: "accept" },
  { who: 0, after: 1, move: "activate" },
  { who: 1, after: 0, move: "invite" },
  { who: 1, after: 1, move: "accept" },
];

/** A path on which every move is made, whatever chance has for the others. */
const everyMove: Step[] = [
  ...["hand over", "take a handover back", "pause", "resume", "extend", "take over", "take a decision back", "leave"],
  ...["land", "correct", "fall through", "complete", "reopen", "expire", "reopen", "withdraw", "reopen"],
].map((move) => ({ who: 0, after: move === "expire" ? 400 : 1, move: move as Step["move"] }));
everyMove.push(
  { who: 1, after: 1, move: "withdraw" },
  { who: 2, after: 1, move: "invite" },
  { who: 2, after: 1, move: "take the invitation back" },
);

const known = new Map<number, string>();

/** Tries a move as whoever has the programme now. Whether there was anything to try it on. */
async function attempt({ who, move }: Step, now: Date, before: Facts): Promise<void> {
  const { north } = world;
  const at = { now };
  const today = civilDate(now, zone);
  if (move === "invite") {
    const { id } = await north.execute(
      inviteExecutive,
      "consultant",
      { name: `Path ${who}`, email: `path-${paths}-${who}@example.com`, packageId: north.packageId, engagementId },
      at,
    );
    return void known.set(who, id);
  }
  const id = known.get(who);
  if (!id) return;
  const programme = before.programmes.find((row) => row.id === id)!;
  const by = programme.consultantId === north.consultantId ? "consultant" : "other-consultant";
  const why = { id, reasonKey: "time-over" as const };
  const latest = <Row extends { programmeId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.programmeId === id).at(-1);
  switch (move) {
    case "accept":
      return void (await execute(acceptProgramme, system(), { id }, at));
    case "activate":
      return void (await north.execute(activateProgramme, by, { id }, at));
    case "pause":
      return void (await north.execute(pauseProgramme, by, { id, reason: "Rest." }, at));
    case "resume":
      return void (await north.execute(resumeProgramme, by, { id }, at));
    case "extend":
      if (!programme.endsOn) return;
      return void (await north.execute(
        extendProgramme,
        by,
        { id, toOn: addDays(programme.endsOn, 14), reason: "A last round.", agreedBy: "HR" },
        at,
      ));
    case "hand over": {
      const toPersonId = by === "consultant" ? north.otherConsultantId : north.consultantId;
      return void (await north.execute(handOver, by, { id, toPersonId }, at));
    }
    case "take a handover back": {
      const last = latest(before.handovers);
      const byLast = last?.byPersonId === north.consultantId ? "consultant" : "other-consultant";
      if (last) await north.execute(takeBackHandover, byLast, { handoverId: last.id }, at);
      return;
    }
    case "take over":
    case "leave": {
      await changePackage(now);
      const changes = await north.ask(packageChangesOf, by, { id }, at);
      const change = changes[before.decisions.length % Math.max(changes.length, 1)];
      if (!change) return;
      const input = { programmeId: id, sourceId: change.sourceId, sourceVersion: change.sourceVersion };
      return void (await north.execute(move === "leave" ? declinePackageChange : takePackageChange, by, input, at));
    }
    case "take a decision back": {
      const last = latest(before.decisions);
      if (last) await north.execute(takeBackPackageDecision, by, { decisionId: last.id }, at);
      return;
    }
    case "complete phase":
      return void (await north.execute(completePhase, by, { id }, at));
    case "land": {
      const landing = { id, kind: "employed" as const, employer: "Norvel", acceptedOn: today };
      return void (await north.execute(landProgramme, by, landing, at));
    }
    case "correct": {
      const last = latest(before.landings);
      if (!last) return;
      const facts = { kind: "employed" as const, employer: "Norvel", acceptedOn: last.acceptedOn };
      const input = { landingId: last.id, expectedVersion: last.version, ...facts, startsOn: addDays(today, 30) };
      return void (await north.execute(editLanding, by, input, at));
    }
    case "fall through":
    case "reopen":
      return void (await north.execute(reopenProgramme, by, { id, reason: "It fell through." }, at));
    case "complete":
      return void (await north.execute(completeProgramme, by, why, at));
    case "expire":
      return void (await north.execute(expireProgramme, by, why, at));
    case "withdraw":
      return void (await north.execute(withdrawProgramme, by, why, at));
    default:
      return void (await north.execute(takeBackInvitation, by, { id, expectedVersion: programme.version }, at));
  }
}

/** Somebody makes the package otherwise than it was: there is something to take over, or to leave. */
async function changePackage(now: Date): Promise<void> {
  const { north } = world;
  const [task] = await transaction({ organisationId: north.organisationId, readOnly: true }, (tx) =>
    tx.select().from(packageTasks).where(eq(packageTasks.id, north.packageTaskId)),
  );
  const { id, version, title } = task!;
  const dueInDays = ((task!.dueInDays ?? 5) % 9) + 3;
  const fields = { owner: "executive" as const, mandatory: true, evidence: "none" as const, signOff: "none" as const };
  const input = { ...fields, id, expectedVersion: version, title, plannedHours: dueInDays, dueInDays };
  await north.execute(editPackageTask, "administrator", input, { now });
  const own = await north.ask(onePackage, "administrator", { id: north.packageId });
  // A kind that grows and shrinks, and one that comes and goes.
  const sessions = { ...own.sessions, coaching: 8 + (own.version % 5), workshop: own.version % 3 };
  const entitled = { packageId: own.id, expectedVersion: own.version, sessions };
  await north.execute(setEntitlements, "administrator", entitled, { now });
}

function nothingIsLost(before: Facts, then: Facts, { move }: Step): void {
  for (const kind of Object.keys(before) as Array<keyof Facts>) {
    const ids = then[kind].map((row) => row.id);
    expect(ids).toEqual(expect.arrayContaining(before[kind].map((row) => row.id)));
  }
  for (const was of before.programmes) {
    const is = then.programmes.find(({ id }) => id === was.id)!;
    for (const moment of ["invitedAt", "acceptedAt", "activatedAt", "firstContactAt"] as const)
      if (was[moment]) expect(is[moment]).toEqual(was[moment]);
    if (was.endsOn && is.endsOn !== was.endsOn) expect(is.endsOn! > was.endsOn).toBe(true);
    expect([is.engagementId, is.executiveId, is.packageId]).toEqual([was.engagementId, was.executiveId, was.packageId]);
  }
  // Only a change of the package that somebody takes over, or takes back, makes a due date earlier or takes it away.
  if (["take over", "take a decision back"].includes(move)) return;
  for (const was of before.tasks)
    if (was.dueOn) expect(then.tasks.find(({ id }) => id === was.id)!.dueOn! >= was.dueOn).toBe(true);
}

function rowsSayTheSame(now: Facts): void {
  for (const { id, state, consultantId, deletedAt } of now.programmes) {
    const of = <Row extends { programmeId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.programmeId === id);
    const standing = of(now.landings).filter(({ fellThroughAt }) => !fellThroughAt).length;
    expect(of(now.pauses).filter(({ endedAt }) => !endedAt).length).toBe(state === "paused" ? 1 : 0);
    expect(standing).toBeLessThanOrEqual(1);
    if (state === "landed") expect(standing).toBe(1);
    else if (state !== "completed") expect(standing).toBe(0);
    expect(of(now.closures).filter(({ reopenedAt }) => !reopenedAt).length).toBe(
      ["completed", "expired", "withdrawn"].includes(state) ? 1 : 0,
    );
    expect(of(now.handovers).at(-1)?.toPersonId ?? consultantId).toBe(consultantId);
    for (const landing of of(now.landings))
      expect(now.checks.filter((check) => check.landingId === landing.id)).toHaveLength(3);
    if (deletedAt) expect(state).toBe("invited");
  }
}

async function seatsAddUp(now: Facts): Promise<void> {
  const alive = now.programmes.filter(({ deletedAt }) => !deletedAt);
  const used = alive.filter(({ activatedAt }) => activatedAt);
  const kept = alive.filter(
    ({ activatedAt, state }) => !activatedAt && !["completed", "expired", "withdrawn"].includes(state),
  );
  const told = (await world.north.ask(oneEngagement, "administrator", { id: engagementId })).seats;
  expect(told).toMatchObject({ used: used.length, reserved: kept.length, left: seats - used.length - kept.length });
  expect(told.left).toBeGreaterThanOrEqual(0);
  // Each seat is billed once, by the activation, and never again.
  expect(now.charges.map(({ programmeId }) => programmeId).sort()).toEqual(used.map(({ id }) => id).sort());
  expect(now.charges.every(({ amount }) => amount === 700_000)).toBe(true);
}

describe("on any path", () => {
  test("no row, no date and no seat is lost, and what is refused changes nothing", async () => {
    let now = new Date("2026-11-23T09:00:00Z");
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        await begin();
        for (const one of [...opening, ...steps]) {
          now = new Date(now.getTime() + one.after * 86_400_000 + 60_000);
          const before = await facts();
          let refused = false;
          await attempt(one, now, before).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            refused = true;
          });
          const then = await facts();
          if (refused) {
            expect(then).toEqual(before);
            continue;
          }
          if (JSON.stringify(then) !== JSON.stringify(before)) reached.add(one.move);
          nothingIsLost(before, then, one);
          rowsSayTheSame(then);
          await seatsAddUp(then);
        }
        await expectFactsAsMadeAnew(world.north.organisationId);
      }),
      { numRuns: 7, examples: [[everyMove]] },
    );
    const missed = moves.filter((move) => !reached.has(move) && move !== "complete phase");
    expect(missed).toEqual([]);
  }, 120_000);
});
