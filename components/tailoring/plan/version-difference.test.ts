import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfVersions } from "./version-difference";

const placed = (point: string, roleNumber: number, text = `About ${point}`) => ({
  ...{ point, roleNumber, text, technology: "Go", role: `Role ${roleNumber}`, reason: "" },
  ...{ libraryPointId: null, paragraphs: [1] },
});

describe("how two versions differ", () => {
  it("tells what was added, removed, moved and reworded, role by role", () => {
    const from = { placed: [placed("a", 0), placed("b", 0), placed("c", 1), placed("d", 1)] };
    const to = { placed: [placed("b", 1), placed("c", 1, "Other words"), placed("d", 1), placed("e", 2)] };
    expect(
      differenceOfVersions(from, to).map(({ role, changes }) => [
        role,
        changes.map(({ kind, point, fromRole, fromText }) => [kind, point, fromRole, fromText]),
      ]),
    ).toEqual([
      ["Role 0", [["removed", "a", null, null]]],
      [
        "Role 1",
        [
          ["moved", "b", "Role 0", null],
          ["reworded", "c", null, "About c"],
        ],
      ],
      ["Role 2", [["added", "e", null, null]]],
    ]);
  });

  it("nothing differs from itself, and what is added one way is removed the other way", () => {
    const versions = fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(2)), { selector: ([point]) => point })
      .map((all) => ({ placed: all.map(([point, role]) => placed(point, role)) }));
    const kinds = (changes: ReturnType<typeof differenceOfVersions>, kind: string) =>
      changes.flatMap((role) => role.changes.filter((one) => one.kind === kind).map(({ point }) => point)).sort();
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        expect(differenceOfVersions(one, one)).toEqual([]);
        const [there, back] = [differenceOfVersions(one, other), differenceOfVersions(other, one)];
        expect(kinds(there, "added")).toEqual(kinds(back, "removed"));
        expect(kinds(there, "moved")).toEqual(kinds(back, "moved"));
        expect(differenceOfVersions(null, other).flatMap(({ changes }) => changes)).toHaveLength(other.placed.length);
      }),
    );
  });
});
