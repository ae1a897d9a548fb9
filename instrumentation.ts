import type { Instrumentation } from "next";

/** Runs once before the server takes requests. A server that must not run says so in one line and ends. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { startOrEnd } = await import("@/lib/entry/start-up");
    await startOrEnd();
  }
}

/** What went wrong in a page, a route or an action and was caught by nobody, under the id that the person sees. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { logRequestError } = await import("@/lib/entry/request-error");
    logRequestError(error, request, context);
  }
};
