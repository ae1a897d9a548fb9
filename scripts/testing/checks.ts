import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Check = { title: string; run: readonly string[]; first?: readonly string[] };

/** What came of one check. */
export type CheckResult = { title: string; passed: boolean };

const folders = ["app", "bench", "components", "db", "e2e", "inngest", "lib", "scripts"];

/** Runs all checks, two at a time (a machine has at least two cores), prints what each said that failed, and returns what came of them. */
export async function runChecks(project: string): Promise<CheckResult[]> {
  const waiting = checksFor(project);
  const results: CheckResult[] = [];
  async function worker(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await runCheck(project, check));
  }
  await Promise.all([worker(), worker()]);
  return results;
}

function checksFor(project: string): Check[] {
  const present = folders.filter((folder) => existsSync(join(project, folder)));
  return [
    // Next.js writes the types of routes; tsc needs them, and they are not in git.
    // TypeScript 7 checks the same in a fifth of the time; Next.js and the import boundaries still stand on the programming interface of 6.
    // One checker: several would each work out the types of the tables again, and the other checks have the other core.
    { title: "Types", first: ["next", "typegen"], run: ["typescript-native:tsc", "--noEmit", "--checkers", "1"] },
    { title: "Lint", run: ["oxlint", "--max-warnings", "0"] },
    { title: "Formatting", run: ["oxfmt", "--check"] },
    { title: "Import boundaries", run: ["dependency-cruiser:depcruise", ...present, "--output-type", "err"] },
    { title: "Unused code", run: ["knip", "--no-config-hints", "--cache", "--cache-location", ".cache/knip"] },
  ];
}

async function runCheck(project: string, { title, run, first }: Check): Promise<CheckResult> {
  const began = Date.now();
  const before = first ? await runProgram(project, first) : { code: 0, output: "" };
  const { code, output } = before.code === 0 ? await runProgram(project, run) : before;
  console.log(`  ${code === 0 ? "✓" : "✗"} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.error(output.trimEnd().replace(/^/gm, "    "));
  return { title, passed: code === 0 };
}

function runProgram(
  project: string,
  [program = "", ...args]: readonly string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [programFile(project, program), ...args], {
      cwd: project,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The file of a package's program, “package:program” where the names differ; found without a shell or npx. */
export function programFile(project: string, name: string): string {
  const [packageName = "", program = packageName] = name.split(":");
  const folder = join(project, "node_modules", packageName);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  return join(folder, typeof about.bin === "string" ? about.bin : (about.bin[program] ?? ""));
}
