import { isMainThread } from "node:worker_threads";
import { readArguments, UsageError } from "./tailor/arguments";
import { helpText } from "./tailor/help";
import { run } from "./tailor/run";
import { serve } from "./tailor/worker";

/**
 * `npm run -s tailor -- --help`: the engine alone, on files, without database or server. Started again for each core as a worker, which does one
 * file after the other.
 */
if (isMainThread) {
  try {
    const given = readArguments(process.argv.slice(2));
    if (given === "help") console.log(helpText());
    else process.exitCode = await run(given, import.meta.url);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\nnpm run -s tailor -- --help says what can be asked.`);
    process.exitCode = 2;
  }
} else serve();
