import { SettingsError } from "@/lib/platform/env";
import { StartFailure } from "../start-failure";

/** What to do when the supervisor stops, in the order in which it was started; done in the opposite order. */
export type Stops = (() => Promise<void>)[];

/**
 * Runs `start` and, unless that gives what to finish with (the exit code, or what to print last and returns it), stays until it is told to stop (Ctrl-C, SIGTERM, a closed terminal): then undoes what was started, last first,
 * and exits. A start that fails for a reason a person can do something about says it in one line and leaves nothing running.
 */
export async function supervise(start: (stops: Stops) => Promise<number | (() => number) | void>): Promise<void> {
  const stops: Stops = [];
  let stopping: Promise<void> | undefined;

  async function stopAll(code: number | (() => number)): Promise<void> {
    for (const stop of stops.splice(0).reverse()) {
      await stop().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
    process.exit(typeof code === "function" ? code() : code);
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // The second time somebody does not want to wait: servers end with this process, Postgres is taken over at the next start.
      if (stopping) process.exit(1);
      if (process.stdout.writable) console.log("\n  Stopping");
      stopping = stopAll(0);
    });
  }

  try {
    const code = await start(stops);
    if (code !== undefined && !stopping) stopping = stopAll(code);
  } catch (error) {
    if (stopping) return;
    const known = error instanceof StartFailure || error instanceof SettingsError;
    console.error(known ? error.message : error);
    stopping = stopAll(1);
  }
}
