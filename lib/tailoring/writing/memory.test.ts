import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { HOSTILE_FILES } from "@/lib/resumes/fixtures/hostile-files";
import { ODD_FILES } from "@/lib/resumes/fixtures/odd-files";

const project = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "landfall-hostile-"));
/** Stands in the project, because that is where its packages are looked for. */
const program = join(project, ".cache", `take-files-${process.pid}.mjs`);
/** Megabytes that one process may have at most, whatever it is given. */
const most = 400;

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(program, { force: true });
});

test("hostile and odd files stay below 400 MB and leave nothing behind", { timeout: 180_000 }, async () => {
  // Bundled as the product is: loading the sources one by one would count the compiler's memory.
  await build({
    entryPoints: [join(project, "lib/tailoring/testing/take-files.ts")],
    ...{ outfile: program, bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "error" },
  });
  const [inputs, temporary] = ["inputs", "temporary"].map((name) => join(folder, name)) as [string, string];
  mkdirSync(inputs);
  mkdirSync(temporary);
  const files = [...HOSTILE_FILES, ...ODD_FILES.map((file) => ({ ...file, code: "tailored" }))];
  for (const { name, bytes } of files) writeFileSync(join(inputs, name), bytes());
  const names = readdirSync(inputs);
  expect(names).toHaveLength(files.length);
  const { stdout, status } = spawnSync(process.execPath, [program, inputs], {
    encoding: "utf8",
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "inherit"],
  });
  expect(status).toBe(0);
  const lines = stdout.trim().split("\n");
  const taken = lines.map((line) => JSON.parse(line) as { name: string; outcome: string; megabytes: number });
  const expected = new Map(files.map(({ name, code }) => [name, code]));
  expect(taken.filter(({ name, outcome }) => outcome !== expected.get(name))).toEqual([]);
  expect(taken).toHaveLength(files.length);
  expect(taken.filter(({ megabytes }) => megabytes >= most)).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(inputs)).toEqual(names);
});
