import { Inngest } from "inngest";
import { embeddedClientOptions } from "@/inngest/embedded/client-options";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";

/**
 * The client of all background functions. With keys it works with Inngest's cloud, with an address too with a self-hosted server;
 * without either the embedded runner does the server's work. Events are sent by the outbox and by `step.sendEvent`, and carry ids,
 * codes and counts, never text about people: they are kept at Inngest.
 */
export const inngest = new Inngest({
  id: "landfall",
  // Only a development server on one's own machine calls without signing.
  isDev: Boolean(env.INNGEST_BASE_URL) && !env.INNGEST_SIGNING_KEY && env.LANDFALL_ENV !== "production",
  // Each step is a call of its own, here as there: what is recorded does not depend on who runs the functions.
  checkpointing: false,
  logger,
  ...(env.INNGEST_EVENT_KEY || env.INNGEST_BASE_URL
    ? { eventKey: env.INNGEST_EVENT_KEY, signingKey: env.INNGEST_SIGNING_KEY, baseUrl: env.INNGEST_BASE_URL }
    : embeddedClientOptions(env.AUTH_SECRET)),
});
