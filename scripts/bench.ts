import { randomBytes } from "node:crypto";
import { StartFailure } from "./start-failure";
import { supervise, type Stops } from "./supervisor/supervise";

type Bench = { run: (project: string, stops: Stops) => Promise<void> };

const benches: Record<string, () => Promise<Bench>> = {
  "business-time": () => import("@/bench/business-time"),
  figures: () => import("@/bench/figures"),
  javascript: () => import("@/bench/javascript"),
  outbox: () => import("@/bench/outbox"),
  pages: () => import("@/bench/pages"),
  race: () => import("@/bench/race"),
  "calendar-and-promises": () => import("@/bench/calendar-and-promises"),
  "sla-sweep": () => import("@/bench/sla-sweep"),
  slots: () => import("@/bench/slots"),
  start: () => import("@/bench/start"),
  tailoring: () => import("@/bench/tailoring"),
};

/** `npm run bench`: all benchmarks, one after the other, or those that are named. Their tables stand in docs/performance.md. */
await supervise(async (stops) => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !benches[name]);
  if (unknown)
    throw new StartFailure(`There is no benchmark ${unknown}; there are ${Object.keys(benches).join(", ")}.`);
  const key = () => randomBytes(32).toString("base64");
  // Settings are read once a process; servers that a benchmark starts are given the same keys.
  Object.assign(process.env, {
    LANDFALL_ENV: "test",
    LOG_LEVEL: "silent",
    LANDFALL_MASTER_KEY: key(),
    AUTH_SECRET: key(),
  });
  for (const [name, load] of Object.entries(benches)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const own: Stops = [];
    stops.push(() => undo(own));
    const { run } = await load();
    await run(process.cwd(), own);
    await undo(own);
  }
  return 0;
});

async function undo(stops: Stops): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}
