import { existsSync, readdirSync } from "node:fs";
import { step } from "./supervisor/progress";
import { supervise } from "./supervisor/supervise";
import { runChecks } from "./testing/checks";
import { runJourneys } from "./testing/journeys";
import type { Report } from "./testing/report";
import { printReports } from "./testing/report";
import { runUnitTests } from "./testing/unit-tests";

const project = process.cwd();

/** `npm test`: everything that says whether this state may be handed on. Ends with the line “N passed, N failed”. */
await supervise(async (stops) => {
  const checks = await runChecks(project);
  const reports: Report[] = [
    {
      passed: checks.filter(({ passed }) => passed).length,
      failures: checks.filter(({ passed }) => !passed).map(({ title }) => ({ name: title, message: "See above." })),
      times: [],
    },
  ];
  reports.push(await counted("Unit, database, background and walk tests", () => runUnitTests(project)));
  if (existsSync("e2e") && readdirSync("e2e").some((name) => name.endsWith(".spec.ts"))) {
    const journeys = counted("Journeys", () => runJourneys(project, stops, [], false));
    reports.push(await journeys.catch((error: Error) => failure("Journeys", error)));
  }
  return () => printReports(reports);
});

function counted(title: string, run: () => Promise<Report>): Promise<Report> {
  return step(title, async (remark) => {
    const report = await run();
    remark(`${report.passed} passed, ${report.failures.length} failed`);
    return report;
  });
}

function failure(name: string, error: Error): Report {
  return {
    passed: 0,
    failures: [{ name, message: error.name === "StartFailure" ? error.message : String(error.stack) }],
    times: [],
  };
}
