import { startRunner } from "../runner";
import { functions, signingKey } from "./functions";

/** What a test tells a runner in a process of its own. */
export interface RunnerOrder {
  readonly databaseUrl: string;
  readonly endpoint: string;
  /** Milliseconds by which this runner's clock is ahead. */
  readonly ahead: number;
}

const quiet = () => undefined;
const shout = (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

process.once("message", (order: RunnerOrder) => {
  void startRunner({
    databaseUrl: order.databaseUrl,
    endpoint: order.endpoint,
    signingKey,
    functions,
    concurrency: 8,
    clock: () => new Date(Date.now() + order.ahead),
    backoff: (failed) => 50 * failed,
    log: { debug: quiet, info: quiet, warn: process.env.RUNNER_TEST_LOG ? shout : quiet, error: shout },
  }).then((runner) => {
    process.send?.("started");
    process.once("SIGTERM", () => void runner.stop().then(() => process.exit(0)));
  });
});
process.on("disconnect", () => process.exit(0));
process.send?.("loaded");
