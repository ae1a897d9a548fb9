/** What came of one part of a test run. */
export type Report = {
  passed: number;
  failures: { name: string; message: string }[];
  /** Each test with its time in milliseconds. */
  times: { name: string; took: number }[];
};

/** Prints the failures, the slowest ten, and as the last line the sum; returns the exit code. */
export function printReports(reports: readonly Report[]): number {
  const failures = reports.flatMap((report) => report.failures);
  const slowest = reports
    .flatMap((report) => report.times)
    .sort((one, other) => other.took - one.took)
    .slice(0, 10);
  if (slowest.length > 0) console.log("\nSlowest:");
  for (const { name, took } of slowest) console.log(`  ${(took / 1000).toFixed(1).padStart(6)} s  ${name}`);
  if (failures.length > 0) console.log("\nFailed:");
  for (const { name, message } of failures) console.log(`  ✗ ${name}\n${shortened(message).replace(/^/gm, "      ")}`);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length > 0 ? 1 : 0;
}

function shortened(message: string): string {
  // Colours are for people in front of a terminal.
  const lines = message
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .trim()
    .split("\n");
  return lines.length > 25 ? [...lines.slice(0, 25), "…"].join("\n") : lines.join("\n");
}
