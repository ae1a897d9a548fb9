import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let project = "";

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};

/** A project that names one package, of which the lockfile and what npm noted both know, as does the mark of the last installation. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "landfall-install-"));
  const lock = JSON.stringify({ packages: { "": {}, "node_modules/compass": { version: "1.0.0" } } });
  write("package.json", JSON.stringify({ devDependencies: { compass: "1.0.0" } }));
  write("package-lock.json", lock);
  write("node_modules/.package-lock.json", lock);
  write(".cache/installed", createHash("sha256").update(lock).digest("hex"));
  // Stands for npm: says what it was asked, and installs nothing.
  write("npm.cjs", `console.error("npm was asked:", process.argv[2]); process.exit(1);`);
  cpSync("scripts/run.mjs", join(project, "scripts", "run.mjs"));
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const said = () =>
  spawnSync(process.execPath, [join(project, "scripts", "run.mjs"), "check"], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, npm_execpath: join(project, "npm.cjs") },
  }).stderr;

test("packages that are there are not installed again", () => {
  write("node_modules/compass/package.json", "{}");
  expect(said()).not.toContain("npm was asked");
});

test.each(["with", "without"])("a package whose folder is gone is installed, %s the mark that all are", (mark) => {
  if (mark === "without") rmSync(join(project, ".cache"), { recursive: true });
  expect(said()).toContain("npm was asked: ci");
});
