import { runChecks } from "./testing/checks";

/** `npm run check`: formatting, lint, types, import boundaries and unused code, side by side and from caches. */
const failed = (await runChecks(process.cwd())).filter(({ passed }) => !passed);
if (failed.length > 0) console.error(`\n${failed.map(({ title }) => title).join(", ")} failed.`);
process.exitCode = failed.length > 0 ? 1 : 0;
