import "server-only";
import { after } from "next/server";
import { assertHeldByTheWall } from "@/db/client";
import { followRelease } from "@/lib/organisations/follow-release";
import { checkEnvironment } from "@/lib/platform/env";
import { watchAnswers } from "@/lib/platform/failed-answers";
import { handOnWith } from "@/lib/platform/hand-on";
import { logger } from "@/lib/platform/log";
import { dispatchEvents } from "@/lib/platform/outbox-dispatch";
import { watchRequests } from "@/lib/platform/request-log";
import { makeStreamsRoomy } from "@/lib/platform/roomy-streams";
import { startTracing } from "@/lib/platform/tracing";

/** Starts, or says in one line why this server must not run, and ends the process. */
export async function startOrEnd(): Promise<void> {
  try {
    await startUp();
  } catch (error) {
    process.stderr.write(`Landfall cannot start: ${lineOf(error)}\n`);
    process.exit(1);
  }
}

/** The message that says most: a database error wraps the one of the network. */
export function lineOf(error: unknown): string {
  let told = error;
  while (told instanceof Error && told.cause instanceof Error) told = told.cause;
  const { message, code } = told as { message?: string; code?: string };
  const line = (message || code || String(told)).split("\n")[0]!;
  return told === error ? line : `The database does not answer as it should: ${line}`;
}

/**
 * What a web server does once before its first request: asks that its settings and its login are such that it may run at all,
 * and says where events go, requests are logged and traces sent.
 * @throws Error whose message is the one line to print
 */
export async function startUp(): Promise<void> {
  const environment = checkEnvironment();
  if (environment.OTEL_EXPORTER_OTLP_ENDPOINT) await startTracing();
  await assertHeldByTheWall();
  makeStreamsRoomy();
  watchRequests();
  watchAnswers();
  handOnWith(dispatchAfterAnswer);
  // Beside the first requests: an installation with many organisations must not wait for all of them.
  void followRelease().catch((error: unknown) => logger.error({ code: "organisations.not_followed", err: error }));
}

/** Hands events on when the person has the answer; at once where nobody waits for one. */
function dispatchAfterAnswer(ids: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const work = () => dispatchEvents(ids).then(resolve, reject);
    try {
      after(work);
    } catch {
      // Not within a request.
      void work();
    }
  });
}
