import { expect, test } from "vitest";
import words from "@/messages/en/people.json";
import { permissions } from "@/lib/platform/permissions";

test("every permission and its noun has words in the matrix of roles, and no words are left over", () => {
  const held = Object.keys(permissions).sort();
  expect(Object.keys(words.permissions).sort()).toEqual(held);
  expect(Object.keys(words.nouns).sort()).toEqual(
    [...new Set(held.map((permission) => permission.split(":")[0]!))].sort(),
  );
});
