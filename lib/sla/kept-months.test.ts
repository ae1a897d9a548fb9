import fc from "fast-check";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { transaction, type Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { slaClocks, slaKeptMonths, slaPolicyVersions } from "@/db/schema/sla";
import { newId } from "@/db/tenant-table";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { testWorld } from "@/lib/platform/testing/world";
import { countMonths } from "@/lib/sla/commands/count-months";
import { decidedIn, dimensions } from "@/lib/sla/kept";
import { forgetMonths, monthsCountedWrong } from "@/lib/sla/kept-months";
import { promisesKept } from "@/lib/sla/queries/compliance";

/*
 * Compliance is added up from months that were counted once. Whatever happens to clocks afterwards, each number must be that of the clocks themselves.
 */

const world = testWorld();
const now = new Date("2027-01-20T11:00:00Z");
const period = "2026-08-10..2027-01-20";

const inNorth = <T>(work: (tx: Transaction) => Promise<T>) =>
  transaction({ organisationId: world.north.organisationId }, work);
const context = async (tx: Transaction) => ({ tx, organisation: await organisationOfTransaction(tx), now });
const count = () => world.north.execute(countMonths, "administrator", {}, { now });
async function countAll(): Promise<number> {
  let months = 0;
  for (let more = true; more; months += 1) ({ more } = await count());
  return months;
}

/** As the page says it, and as the clocks are, one by one. */
async function saidAndTrue() {
  const [whole, ...broken] = await Promise.all(
    [...dimensions].map((by) => world.north.ask(promisesKept, "administrator", { period, by }, { now })),
  );
  const clocks = await inNorth(async (tx) =>
    tx
      .select()
      .from(slaClocks)
      .where(decidedIn({ from: "2026-08-10", to: "2027-01-20" }, await context(tx))),
  );
  const keysOf = (clock: (typeof clocks)[number]) => ({
    ...{ metric: clock.metric, policy: clock.policyId },
    ...{ responsible: clock.responsibleId ?? "none", sponsor: clock.sponsorId ?? "none" },
    month: new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Zurich", year: "numeric", month: "2-digit" })
      .format(clock.decidedAt!)
      .concat("-01"),
  });
  const truth = dimensions.map((by) => {
    const groups: Record<string, number[]> = {};
    for (const clock of clocks) {
      const group = (groups[keysOf(clock)[by]] ??= [0, 0, 0]);
      group[["met", "breached", "excluded"].indexOf(clock.state)]! += 1;
    }
    return groups;
  });
  const said = [whole!, ...broken].map(({ rows }) =>
    Object.fromEntries(rows.map(({ key, met, breached, excluded }) => [key, [met, breached, excluded]])),
  );
  return { said, truth, clocks: clocks.length };
}

const states = ["met", "breached", "excluded", "cancelled", "running"] as const;
type State = (typeof states)[number];
let policyVersionId = "";
const inserted: string[] = [];

function clock(state: State, decidedAt: Date, turn: number) {
  const { slaPolicyId, consultantId, administratorId, sponsorId } = world.north;
  const id = newId();
  inserted.push(id);
  return {
    ...{ id, metric: turn % 2 ? "first-contact" : "session-notes", entity: "programme", entityId: newId(), cycle: 1 },
    ...{ policyId: slaPolicyId, policyVersionId, targetSeconds: 3600, state, counts: false },
    responsibleId: turn % 3 === 0 ? null : turn % 3 === 1 ? consultantId : administratorId,
    sponsorId: turn % 5 ? sponsorId : null,
    startedAt: new Date("2026-07-01T08:00:00Z"),
    decidedAt: state === "running" || state === "cancelled" ? null : decidedAt,
    stoppedAt: state === "running" ? null : decidedAt,
  };
}

/** Within the period and around it, also within the hour in which the zone's months change. */
const aMoment = fc.oneof(
  fc.date({ min: new Date("2026-07-20T00:00:00Z"), max: now, noInvalidDate: true }),
  fc.constantFrom(
    ...["2026-08-31T21:59:59.999Z", "2026-08-31T22:00:00Z", "2026-10-31T22:59:59Z", "2026-10-31T23:00:00Z"].map(
      (at) => new Date(at),
    ),
  ),
);
const aChange = fc.record({
  what: fc.constantFrom("insert", "decide", "hand over", "exclude", "delete", "count", "look again"),
  at: aMoment,
  turn: fc.nat(1000),
});

beforeAll(async () => {
  await inNorth(async (tx) => {
    const [version] = await tx
      .select()
      .from(slaPolicyVersions)
      .where(eq(slaPolicyVersions.policyId, world.north.slaPolicyId));
    policyVersionId = version!.id;
    await tx
      .insert(slaClocks)
      .values(
        Array.from({ length: 400 }, (_, turn) =>
          clock(states[turn % 5]!, new Date(Date.UTC(2026, 6, 20) + turn * 11 * 3_600_000), turn),
        ),
      );
  });
});

test("months that are over are counted once, and add up to what the clocks say", async () => {
  const before = await saidAndTrue();
  expect(before.said).toEqual(before.truth);
  expect(before.clocks).toBeGreaterThan(150);
  // July to December; January goes on.
  expect(await countAll()).toBe(6);
  expect(await count()).toEqual({ counted: 0, more: false });
  expect((await saidAndTrue()).said).toEqual(before.truth);
  expect(await inNorth(async (tx) => monthsCountedWrong(await context(tx)))).toEqual([]);
});

test("whatever happens to clocks, in whatever order with the counting, no number differs from theirs", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aChange, { minLength: 3, maxLength: 12 }), async (changes) => {
      for (const { what, at, turn } of changes) {
        const id = inserted[turn % inserted.length]!;
        const own = eq(slaClocks.id, id);
        if (what === "count") await countAll();
        else
          await inNorth(async (tx) => {
            if (what === "insert") await tx.insert(slaClocks).values(clock(states[turn % 5]!, at, turn));
            else if (what === "decide")
              await tx.update(slaClocks).set({ state: "breached", decidedAt: at, stoppedAt: at }).where(own);
            else if (what === "hand over")
              await tx.update(slaClocks).set({ responsibleId: world.north.consultantId }).where(own);
            else if (what === "exclude")
              await tx.update(slaClocks).set({ state: "excluded", decidedAt: at }).where(own);
            else if (what === "delete") await tx.delete(slaClocks).where(own);
            else await tx.update(slaClocks).set({ elapsed: turn }).where(own);
          });
      }
      const { said, truth } = await saidAndTrue();
      expect(said).toEqual(truth);
      expect(await inNorth(async (tx) => monthsCountedWrong(await context(tx)))).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("a month is not counted while somebody changes a clock of it", async () => {
  await inNorth((tx) => tx.delete(slaKeptMonths));
  let go!: () => void;
  const changed = new Promise<void>((resolve) => (go = resolve));
  let begun!: () => void;
  const changes = new Promise<void>((resolve) => (begun = resolve));
  const change = inNorth(async (tx) => {
    await tx.insert(slaClocks).values(clock("met", new Date("2026-09-09T09:00:00Z"), 1));
    begun();
    await changed;
  });
  await changes;
  expect(await count()).toEqual({ counted: 0, more: false });
  go();
  await change;
  await countAll();
  const { said, truth } = await saidAndTrue();
  expect(said).toEqual(truth);
});

test("months of another clock on the wall are not added up, and one that was spoilt is found", async () => {
  await countAll();
  const zone = (timeZone: string) =>
    inNorth((tx) => tx.update(organisations).set({ timeZone }).where(eq(organisations.id, world.north.organisationId)));
  await zone("Pacific/Auckland");
  const elsewhere = await world.north.ask(promisesKept, "administrator", { period, by: "month" }, { now });
  await inNorth((tx) => tx.delete(slaKeptMonths));
  const counted = await world.north.ask(promisesKept, "administrator", { period, by: "month" }, { now });
  expect(elsewhere.rows).toEqual(counted.rows);
  await zone("Europe/Zurich");

  await countAll();
  await inNorth((tx) => tx.update(slaKeptMonths).set({ met: 77 }).where(eq(slaKeptMonths.by, "sponsor")));
  const wrong = await inNorth(async (tx) => monthsCountedWrong(await context(tx)));
  expect(wrong.length).toBeGreaterThan(0);
  await inNorth(async (tx) => forgetMonths(await context(tx), wrong));
  expect(await inNorth(async (tx) => monthsCountedWrong(await context(tx)))).toEqual([]);
});
