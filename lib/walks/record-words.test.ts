import { expect, test } from "vitest";
import words from "@/messages/en/records.json";
import { modules } from "@/lib/modules";

const kinds = modules.flatMap((module) => [...(module.records ?? []), ...(module.search ?? [])]);

test("every kind of record has a name in words", () => {
  const named = Object.keys(words.kinds);
  expect(kinds.map(({ entity }) => entity).filter((entity) => !named.includes(entity))).toEqual([]);
});

test("every kind of record that can have own fields says what they may be good for", () => {
  const said = Object.keys(words.fields.empty);
  const withFields = kinds.filter((kind) => "fields" in kind && kind.fields === true);
  expect(withFields.map(({ entity }) => entity).filter((entity) => !said.includes(entity))).toEqual([]);
  expect(withFields.length).toBeGreaterThan(1);
});
