import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultFramework, defaultRoleProfiles } from "@/lib/competencies/content/default-framework";
import { frameworkChanges, keyFor } from "@/lib/competencies/rules/framework-changes";

describe("a framework", () => {
  test("has 24 competencies in six clusters, each with five different levels, and roles that name only those", () => {
    expect(defaultFramework).toHaveLength(24);
    expect(new Set(defaultFramework.map(({ cluster }) => cluster)).size).toBe(6);
    expect(new Set(defaultFramework.map(({ key }) => key)).size).toBe(24);
    for (const { levels } of defaultFramework) expect(new Set(levels).size).toBe(5);
    const known = new Set(defaultFramework.map(({ key }) => key));
    for (const { requirements } of defaultRoleProfiles)
      expect(Object.keys(requirements).filter((key) => !known.has(key))).toEqual([]);
  });

  test("tells what a later version added, changed and removed", () => {
    const [first, second, third] = defaultFramework;
    const changes = frameworkChanges([first!, second!], [{ ...first!, name: "Strategy" }, third!]);
    expect(changes.map(({ key, kind }) => [key, kind])).toEqual([
      [first!.key, "changed"],
      [third!.key, "added"],
      [second!.key, "removed"],
    ]);
    expect(frameworkChanges(defaultFramework, defaultFramework)).toEqual([]);
  });

  test("gives a new competency a key that nobody has", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom("a", "competency", "a-2")), (name, taken) => {
        const key = keyFor(name, new Set(taken));
        expect(taken).not.toContain(key);
        expect(key).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
    );
    expect(keyFor("Crisis & care", new Set(["crisis-care"]))).toBe("crisis-care-2");
  });
});
