import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { logger } from "@/lib/platform/log";

/*
 * A page whose markup breaks off half-way leaves its answer open: Next joins its streams with `pipe`, which tells the next one nothing
 * of a failure (vercel/next.js#96856). Nobody would ever end it, and the browser waits until it gives up.
 */

/** Longer than any part of a page takes that is still to come. */
export const patience = 30_000;

const open = new Set<ServerResponse>();

/** Knows from now on which answers are under way. Once per process. */
export function watchAnswers(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    open.add(response);
    response.once("close", () => open.delete(response));
  });
}

/** Breaks off the answer to a request in which something failed, if it neither goes on nor ends. */
export function endIfLeftOpen(requestId: string): void {
  const answer = [...open].find((candidate) => candidate.getHeader("x-request-id") === requestId);
  // Looked after once, however much fails in it.
  if (answer && open.delete(answer)) lookAfter(answer, requestId);
}

function lookAfter(answer: ServerResponse, requestId: string): void {
  let sent = bytesOf(answer);
  const look = setInterval(() => {
    const now = bytesOf(answer);
    // What is on its way to a slow reader counts as going on.
    if (now === sent && answer.writableLength === 0) {
      logger.warn({ code: "answer.left_open", requestId });
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(500).end();
    }
    sent = now;
  }, patience);
  look.unref();
  answer.once("close", () => clearInterval(look));
}

const bytesOf = (answer: ServerResponse): number => answer.socket?.bytesWritten ?? 0;
