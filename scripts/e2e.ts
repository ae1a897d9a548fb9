import { supervise } from "./supervisor/supervise";
import { runJourneys } from "./testing/journeys";

/** `npm run e2e -- <file>`: one journey (or all), against the production build, with what Playwright prints. */
await supervise(async (stops) => {
  const { passed, failures } = await runJourneys(process.cwd(), stops, process.argv.slice(2), true);
  return passed > 0 && failures.length === 0 ? 0 : 1;
});
