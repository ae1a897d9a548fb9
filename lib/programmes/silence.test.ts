import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countList } from "@/lib/platform/list";
import { askTogether } from "@/lib/platform/execute";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";
import { consultantDay } from "@/lib/programmes/queries/homes";
import { caseload } from "@/lib/programmes/lists";
import { addDays, civilDate } from "@/lib/platform/civil-dates";
import { isQuiet, quietUpTo, silentDays } from "@/lib/programmes/silence";

const none = { lastContactAt: null, activatedAt: null, acceptedAt: null };
const zone = "Europe/Zurich";

describe("silence", () => {
  test("is counted from the last contact, else the activation, else the acceptance, in days of the zone", () => {
    const now = new Date("2026-11-20T09:00:00Z");
    const at = (moment: string) => new Date(moment);
    expect(silentDays(none, now, zone)).toBeNull();
    expect(silentDays({ ...none, acceptedAt: at("2026-11-01T09:00:00Z") }, now, zone)).toBe(19);
    // 23:30 in UTC is the next day in Zurich.
    expect(
      silentDays(
        { ...none, acceptedAt: at("2026-10-01T09:00:00Z"), activatedAt: at("2026-11-18T23:30:00Z") },
        now,
        zone,
      ),
    ).toBe(1);
    expect(silentDays({ ...none, lastContactAt: at("2026-11-25T09:00:00Z") }, now, zone)).toBe(0);
  });

  test("a contact before the first day that still counts is the same as too many days", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 60 }), (last, now, after) => {
        const day = civilDate(last, zone);
        expect(isQuiet(silentDays({ ...none, lastContactAt: last }, now, zone), after)).toBe(
          day <= quietUpTo(now, zone, after),
        );
        expect(addDays(quietUpTo(now, zone, after), after + 1)).toBe(civilDate(now, zone));
      }),
    );
  });
});

const world = testWorld();

test("the home and the list call the same people quiet, on the very day on which it begins", async () => {
  const { north } = world;
  const actor = await north.as("consultant");
  const last = new Date("2026-03-10T22:30:00Z"); // 23:30 in Zurich
  await withClient(world.database.superUrl, (client) =>
    client.query("update programmes set last_contact_at = $1", [last.toISOString()]),
  );
  for (const [moment, quiet] of [
    ["2026-03-24T22:59:00Z", false],
    ["2026-03-24T23:01:00Z", true],
  ] as const) {
    const [listed, home] = await askTogether(
      actor,
      async (context) =>
        [
          await countList(context, caseload, { filters: { quiet: "yes" } }),
          (await context.ask(consultantDay, {})).quiet.length,
        ] as const,
      { now: new Date(moment) },
    );
    expect(listed).toBe(home);
    expect(home > 0).toBe(quiet);
  }
});
