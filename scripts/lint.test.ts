import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { programFile } from "./testing/checks";

/** Code that the lint must refuse: where it stands, what it says, and the rule that refuses it. */
const refused: [file: string, code: string, rule: string][] = [
  ["lib/a/settings.ts", `export const url = process.env.DATABASE_URL;`, "house(settings-in-one-place)"],
  ["lib/a/role.ts", `export const may = (me: { role: string }) => me.role === "admin";`, "house(no-role-names)"],
  ["lib/a/role-key.ts", `export const may = (roleKey: string) => roleKey !== "admin";`, "house(no-role-names)"],
  [
    "lib/a/role-of.ts",
    `export function may(me: { roleName: string }) { switch (me.roleName) { default: return true; } }`,
    "house(no-role-names)",
  ],
  [
    "app/role-in.tsx",
    `export const may = (me: { role: string }) => ["a", "b"].includes(me.role);`,
    "house(no-role-names)",
  ],
  ["lib/a/index.ts", `export * from "./role";`, "house(no-barrels)"],
  ["lib/a/named.ts", `export { may } from "./role";`, "house(no-barrels)"],
  ["lib/a/rules.ts", `export const now = () => Date.now();`, "house(no-clock)"],
  ["lib/a/rules/late.ts", `export const now = () => new Date();`, "house(no-clock)"],
  ["lib/a/any.ts", `export const value: any = 1;`, "typescript(no-explicit-any)"],
  ["lib/a/ignored.ts", `// @ts-ignore\nexport const value: string = "1";`, "typescript(ban-ts-comment)"],
  ["lib/a/unused.ts", `export function value() { const other = 1; return 2; }`, "eslint(no-unused-vars)"],
  ["lib/a/equal.ts", `export const same = (a: unknown, b: unknown) => a == b;`, "eslint(eqeqeq)"],
  ["lib/a/said.ts", `console.log("here");`, "eslint(no-console)"],
  [
    "lib/a/type.ts",
    `import { Given } from "./given";\nexport const value: Given = 1;`,
    "typescript(consistent-type-imports)",
  ],
  [
    "components/hook.tsx",
    `import { useState } from "react";\nexport function Card({ on }: { on: boolean }) { if (on) useState(1); return <p />; }`,
    "react-hooks(rules-of-hooks)",
  ],
  [
    "components/inner.tsx",
    `export function Card() { const Inner = () => <p />; return <Inner />; }`,
    "react(static-components)",
  ],
  [
    "components/late.tsx",
    `import { useEffect } from "react";\nexport function Card({ on }: { on: boolean }) { useEffect(() => { document.title = String(on); }, []); return <p />; }`,
    "react-hooks(exhaustive-deps)",
  ],
  ["components/impure.tsx", `export function Card() { return <p>{Math.random()}</p>; }`, "react(purity)"],
  ["components/key.tsx", `export const Cards = () => <>{[1, 2].map((n) => (<p>{n}</p>))}</>;`, "react(jsx-key)"],
  ["components/alt.tsx", `export const Card = () => <img src="/a.png" />;`, "jsx-a11y(alt-text)"],
];

test("the lint refuses what the house does not want, each by its rule, and lets a file pass that has none of it", () => {
  const folder = mkdtempSync(join(tmpdir(), "landfall-lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of [".oxlintrc.json", "scripts/testing/house-rules.mjs"]) cpSync(file, join(folder, file));
  const fine = "export const twice = (n: number) => 2 * n;\n";
  for (const [file, code] of [
    ...refused,
    ["lib/a/fine.ts", fine],
    ["lib/a/given.ts", "export type Given = number;\n"],
  ]) {
    mkdirSync(dirname(join(folder, file!)), { recursive: true });
    writeFileSync(join(folder, file!), code!);
  }
  const lint = spawnSync(process.execPath, [programFile(process.cwd(), "oxlint"), "--format", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(lint.stdout) as { diagnostics: { code: string; filename: string }[] };
  const found = diagnostics.map(({ code, filename }) => `${filename} ${code}`);
  expect(refused.filter(([file, , rule]) => !found.includes(`${file} ${rule}`))).toEqual([]);
  expect(found.filter((line) => /fine|given/.test(line))).toEqual([]);
  expect(lint.status).toBe(1);
});

test("no comment switches a rule off", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  const switches = /\b(?:eslint|oxlint|biome)-(?:disable|ignore|enable)/;
  const code = files.split("\n").filter((file) => /\.(?:tsx?|mjs|cjs|js)$/.test(file) && existsSync(file));
  expect(code.length).toBeGreaterThan(1000);
  expect(code.filter((file) => switches.test(readFileSync(file, "utf8")))).toEqual([]);
});
