import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { auditedEntities } from "@/lib/audit/entities";
import { modules } from "@/lib/modules";
import words from "@/messages/en/audit.json";

/*
 * Audit stores codes; who reads it reads words. A new command, and a new kind of record, has its own.
 */

const leaves = (tree: object, before: string[] = []): string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value ? leaves(value, [...before, key]) : [[...before, key].join(".")],
  );

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|testing/.test(file))
  .map((file) => readFileSync(path.join("lib", file), "utf8"));

const found = (pattern: RegExp) =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));

test("every command says in words what it did, and no words are left of one that is gone", () => {
  // Manifests name those that one can ask for; the rest are steps of work in the background.
  const offered = modules.flatMap((module) => module.commands).map(({ name }) => name);
  const commands = new Set([...offered, ...found(/\bcommand\(\{\s*name: "([a-zA-Z.-]+)"/g)]);
  expect(leaves(words.operations).sort()).toEqual([...commands].sort());
});

test("every kind of record that a command writes down can be chosen, and is called something", () => {
  const recorded = found(/\brecord\(\s*"([a-z_-]+)"/g);
  // Those of the installation, which are in no organisation's audit.
  const own = [...new Set(recorded)].filter((entity) => entity !== "session" && entity !== "user").sort();
  expect([...auditedEntities].sort()).toEqual(own);
  expect(Object.keys(words.filters.entity.options).sort()).toEqual(own);
});
