import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { programFile } from "./checks";
import type { Report } from "./report";

type VitestResults = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; duration?: number | null; failureMessages: string[] }[];
  }[];
};

/** Runs the unit, database and background tests by vitest. A file that cannot be loaded counts as one failure. */
export async function runUnitTests(project: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "landfall-results-"));
  const file = join(folder, "vitest.json");
  try {
    const said = await run(project, [programFile(project, "vitest"), "run", "--reporter=json", `--outputFile=${file}`]);
    return read(project, file, said);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(project: string, file: string, { code, output }: { code: number; output: string }): Report {
  const report: Report = { passed: 0, failures: [], times: [] };
  let results: VitestResults;
  try {
    results = JSON.parse(readFileSync(file, "utf8")) as VitestResults;
  } catch {
    return { ...report, failures: [{ name: "Unit and database tests", message: output }] };
  }
  for (const { name, status, message, assertionResults } of results.testResults) {
    const path = relative(project, name);
    if (status === "failed" && assertionResults.every((test) => test.status !== "failed")) {
      report.failures.push({ name: path, message });
    }
    for (const test of assertionResults) {
      const title = `${path}: ${test.fullName}`;
      if (test.status === "passed") report.passed += 1;
      else if (test.status === "failed")
        report.failures.push({ name: title, message: test.failureMessages.join("\n") });
      report.times.push({ name: title, took: test.duration ?? 0 });
    }
  }
  // What no test was at fault for: an error thrown after its test, a process that ended.
  if (code !== 0 && report.failures.length === 0)
    report.failures.push({ name: "Unit and database tests", message: output });
  return report;
}

function run(project: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
    }
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
