import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress, trustedProxies } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";

/*
 * What Node's server itself tells of each request, before Next sees it: where it really came from, and how it was answered.
 */

declare global {
  var landfallRequestLog: { mark: string } | undefined;
}

const markHeader = "x-landfall-local";
/** Carries where a request came from to pages, actions and routes; what a client sends under this name is thrown away. */
export const addressHeader = "x-landfall-address";

const startedAt = new WeakMap<object, number>();

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * Logs and counts answers, and marks requests that this machine itself made, from now on. Once per process. The mark is a secret of
 * the process, so that nobody can send it along.
 */
export function watchRequests(): void {
  if (globalThis.landfallRequestLog) return;
  const trusted = trustedProxies(env.LANDFALL_TRUSTED_PROXIES) ?? { hops: 0 };
  const mark = randomBytes(16).toString("hex");
  globalThis.landfallRequestLog = { mark };
  subscribe("http.server.request.start", (message) => {
    const { request } = message as Exchange;
    startedAt.set(request, performance.now());
    delete request.headers[markHeader];
    if (isLocal(request)) request.headers[markHeader] = mark;
    const forwarded = request.headers["x-forwarded-for"];
    request.headers[addressHeader] = clientAddress(
      request.socket.remoteAddress ?? "",
      Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
      trusted,
    );
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as Exchange;
    const took = performance.now() - (startedAt.get(request) ?? performance.now());
    const path = loggedPath(request.url ?? "");
    const method = request.method ?? "";
    const status = response.statusCode;
    if (path.startsWith("/_next/")) return;
    metrics().requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, took / 1000);
    const level = status >= 500 ? "warn" : /^\/(health|metrics|api\/inngest)/.test(path) ? "debug" : "info";
    const requestId = response.getHeader("x-request-id");
    logger[level]({ code: "request", method, path, status, ms: Math.round(took), requestId });
  });
}

/** Whether a request was made on this machine, by something that speaks for itself: a proxy in front speaks for others. */
export function cameFromThisMachine(headers: Headers): boolean {
  const mark = globalThis.landfallRequestLog?.mark;
  const given = headers.get(markHeader);
  if (!mark || !given || given.length !== mark.length) return false;
  return timingSafeEqual(Buffer.from(mark), Buffer.from(given));
}

function isLocal(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, "");
  const spokenFor = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => name in request.headers);
  return (address === "::1" || address?.startsWith("127.") === true) && !spokenFor;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A path as it may be logged: without the query, and without what could be a token of a link. */
export const loggedPath = (url: string): string =>
  url
    .split("?")[0]!
    .split("/")
    .map((part) => (part.length >= 20 && !uuid.test(part) && /\d|[A-Z]|_/.test(part) ? "…" : part))
    .join("/")
    .slice(0, 300);
