import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { env } from "@/lib/platform/env";

export const dynamic = "force-dynamic";

/** Seconds that one step may take. */
export const maxDuration = 300;

/** Where Inngest, or the embedded runner, calls the background functions. Every call has to be signed. */
export const { GET, POST, PUT } = serve({
  client: inngest,
  functions: [...functions],
  serveOrigin: env.LANDFALL_URL,
  servePath: "/api/inngest",
});
