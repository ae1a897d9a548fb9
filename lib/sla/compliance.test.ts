import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { slaClocks, slaPolicyVersions } from "@/db/schema/sla";
import { civilDate } from "@/lib/platform/civil-dates";
import { readList } from "@/lib/platform/list";
import { askTogether } from "@/lib/platform/execute";
import { testWorld } from "@/lib/platform/testing/world";
import { newId } from "@/db/tenant-table";
import { clockList } from "@/lib/sla/lists";
import { dimensions } from "@/lib/sla/kept";
import { promisesKept } from "@/lib/sla/queries/compliance";

const world = testWorld();
const zone = "Europe/Zurich";
const period = "2026-09-10..2026-10-20";

/** Clocks around the ends of the period, of two kinds, with and without a sponsor, in every state. */
async function someClocks() {
  const { organisationId, slaPolicyId, consultantId, administratorId, sponsorId } = world.north;
  const states = ["met", "breached", "excluded", "cancelled", "running"] as const;
  const decided = [
    ...["2026-09-09T21:59:59Z", "2026-09-09T22:00:00Z", "2026-09-30T21:59:00Z", "2026-09-30T22:00:00Z"],
    ...["2026-10-20T21:59:59Z", "2026-10-20T22:00:00Z"],
  ];
  await transaction({ organisationId }, async (tx) => {
    const [version] = await tx.select().from(slaPolicyVersions).where(eq(slaPolicyVersions.policyId, slaPolicyId));
    await tx.insert(slaClocks).values(
      decided.flatMap((at, place) =>
        states.map((state, turn) => ({
          ...{ metric: turn % 2 ? "first-contact" : "session-notes", entity: "programme", entityId: newId(), cycle: 1 },
          ...{ policyId: slaPolicyId, policyVersionId: version!.id, targetSeconds: 3600, state, counts: false },
          responsibleId: (place + turn) % 3 === 0 ? null : (place + turn) % 3 === 1 ? consultantId : administratorId,
          sponsorId: (place + turn) % 2 ? sponsorId : null,
          startedAt: new Date("2026-09-01T08:00:00Z"),
          decidedAt: state === "running" || state === "cancelled" ? null : new Date(at),
          stoppedAt: state === "running" ? null : new Date(at),
        })),
      ),
    );
  });
}

test("each number is that of the rows behind it, however it is broken down", async () => {
  await someClocks();
  const all = await world.north.ask(promisesKept, "administrator", { period });
  expect([all.all.met, all.all.breached, all.all.excluded]).toEqual([4, 4, 4]);
  expect(all.all.share).toBe(0.5);
  for (const by of dimensions) {
    const { rows, groups } = await world.north.ask(promisesKept, "administrator", { period, by });
    expect(groups).toBe(rows.length);
    expect(rows.reduce((sum, { met }) => sum + met, 0)).toBe(4);
    for (const row of rows)
      for (const [standing, counted] of [
        ["kept", row.met],
        ["late,missed", row.breached],
        ["excluded", row.excluded],
      ] as const) {
        const days =
          by === "month" ? (row.key === "2026-09-01" ? "2026-09-10..2026-09-30" : "2026-10-01..2026-10-20") : period;
        const filters = { decided: days, standing, ...(by === "month" ? {} : { [by]: row.key }) };
        const page = await askTogether(await world.north.as("administrator"), (context) =>
          readList(context, clockList, { filters, limit: 100 }),
        );
        expect([by, row.key, standing, page.rows.length]).toEqual([by, row.key, standing, counted]);
      }
  }
});

test("months are those of the organisation's zone, and whoever sees only their own counts only those", async () => {
  const { rows } = await world.north.ask(promisesKept, "administrator", { period, by: "month" });
  expect(rows.map(({ key }) => key)).toEqual(["2026-10-01", "2026-09-01"]);
  expect(civilDate(new Date("2026-09-30T22:00:00Z"), zone)).toBe("2026-10-01");
  const own = await world.north.ask(promisesKept, "consultant", { period, by: "responsible" });
  expect(own.rows.map(({ key }) => key)).toEqual([world.north.consultantId]);
});
