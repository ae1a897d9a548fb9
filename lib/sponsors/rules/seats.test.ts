import fc from "fast-check";
import { expect, test } from "vitest";
import { countSeats, seatUse, whyNoSeat } from "@/lib/sponsors/rules/seats";

const states = ["invited", "intake", "active", "paused", "landed", "completed", "expired", "withdrawn"];
const programme = fc.record({ activated: fc.boolean(), state: fc.constantFrom(...states) });

test("a seat is used for good once the programme was activated, and given back only before", () => {
  expect(seatUse({ activated: true, state: "withdrawn" })).toBe("used");
  expect(seatUse({ activated: false, state: "withdrawn" })).toBe("given back");
  expect(seatUse({ activated: false, state: "intake" })).toBe("reserved");
});

test("no seat is lost or counted twice, whatever the programmes do", () => {
  fc.assert(
    fc.property(fc.array(programme, { maxLength: 40 }), fc.nat({ max: 40 }), (all, spare) => {
      const uses = all.map(seatUse);
      const reserved = uses.filter((use) => use === "reserved").length;
      const used = uses.filter((use) => use === "used").length;
      const seats = countSeats(reserved + used + spare, reserved, used);
      expect(seats.taken + seats.left).toBe(seats.bought);
      expect(seats.left).toBe(spare);
    }),
  );
});

const contract = { reference: "CP-1", fromOn: "2026-03-01", toOn: "2026-08-31" };

test("a refusal says which contract, and why", () => {
  expect(whyNoSeat(contract, countSeats(3, 1, 1), "2026-03-01")).toBeNull();
  expect(whyNoSeat(contract, countSeats(3, 1, 1), "2026-08-31")).toBeNull();
  expect(whyNoSeat(contract, countSeats(3, 1, 1), "2026-02-28")).toBe("The contract CP-1 begins on 2026-03-01.");
  expect(whyNoSeat(contract, countSeats(3, 1, 1), "2026-09-01")).toBe("The contract CP-1 ended on 2026-08-31.");
  expect(whyNoSeat(contract, countSeats(3, 1, 2), "2026-05-01")).toBe(
    "All 3 seats of the contract CP-1 are taken: 2 activated, 1 invited.",
  );
});
