import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("every dependency has its line in docs/dependencies.md, and every line a dependency", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const lines = [...readFileSync("docs/dependencies.md", "utf8").matchAll(/^\| `([^`]+)` +\| *(\S.+?) *\|$/gm)];
  expect(lines.map(([, name]) => name).sort()).toEqual(
    [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort(),
  );
  for (const [, name, reason = ""] of lines) expect(reason.length, name).toBeGreaterThan(4);
});
