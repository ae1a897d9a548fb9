import { functions } from "@/inngest/functions";
import { now } from "@/lib/platform/clock";
import { checkEnvironment } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { startRunner } from "./runner";
import { embeddedSigningKey } from "./signing-key";

/*
 * The embedded runner as a process of its own, which the supervisor starts beside the web server where no Inngest is set up. SIGTERM and
 * SIGINT let calls under way end and stop it within five seconds; killed, it leaves nothing undone that the next one would not do.
 */

async function main(): Promise<void> {
  const settings = checkEnvironment();
  const runner = await startRunner({
    databaseUrl: settings.DATABASE_URL ?? "",
    endpoint: `${settings.LANDFALL_INTERNAL_URL}/api/inngest`,
    signingKey: embeddedSigningKey(settings.AUTH_SECRET ?? ""),
    functions,
    concurrency: Math.max(2, settings.DATABASE_POOL - 2),
    clock: now,
    log: logger,
  });
  logger.info({ functions: functions.length }, "the embedded runner works");
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void runner.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: Error) => {
  process.stderr.write(`The embedded runner did not start. Error: ${error.message}\n`);
  process.exit(1);
});
