import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "../../scripts/testing/installation";

/**
 * What goes wrong in the web server of an installation from now on and is caught by nobody, as its log tells it: an answer that broke
 * off half-way may look whole to who asked.
 * @returns tells the faults there have been so far
 */
export function serverFaults({ folder }: Installation): () => string[] {
  const log = join(folder, "logs", "web.log");
  const before = readFileSync(log).length;
  return () =>
    readFileSync(log)
      .subarray(before)
      .toString()
      .split("\n")
      .filter((line) => line.includes('"code":"fault"'))
      .map((line) => {
        const { path, err } = JSON.parse(line) as { path: string; err: { digest?: string; stack?: string[] } };
        return `${path}: a fault in the server (${err.digest ?? err.stack?.[0]})`;
      });
}
