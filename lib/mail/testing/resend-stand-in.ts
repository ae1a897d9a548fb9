import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface Payload {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

export interface ResendCall {
  key: string;
  headers: IncomingHttpHeaders;
  payload: Payload;
}

/** How the next call is answered instead of normally. */
export type ResendMood =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Takes the mail and never answers. */
  | "silent"
  /** Takes the mail and cuts the line. */
  | "cut";

/** A server that speaks Resend's sending API: idempotency keys with their conflicts included. What it delivered is kept. */
export interface ResendStandIn {
  url: string;
  calls: ResendCall[];
  /** What went out, once per idempotency key. */
  delivered: Payload[];
  next(...moods: ResendMood[]): void;
  close(): Promise<void>;
}

export async function resendStandIn(): Promise<ResendStandIn> {
  const calls: ResendCall[] = [];
  const delivered: Payload[] = [];
  const taken = new Map<string, { id: string; body: string }>();
  const moods: ResendMood[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method !== "POST" || request.url !== "/emails") return answer(response, 404, { name: "not_found" });
      if (request.headers.authorization !== "Bearer re_test")
        return answer(response, 403, { statusCode: 403, name: "invalid_api_key", message: "API key is invalid" });
      const body = Buffer.concat(chunks).toString();
      const payload = JSON.parse(body) as Payload;
      const key = String(request.headers["idempotency-key"] ?? "");
      calls.push({ key, headers: request.headers, payload });
      const mood = moods.shift();
      if (typeof mood === "object") return answer(response, mood.status, mood.body ?? {}, mood.headers);
      const known = taken.get(key);
      if (known && known.body !== body)
        return answer(response, 409, {
          statusCode: 409,
          name: "invalid_idempotent_request",
          message: "Same idempotency key used with a different request payload.",
        });
      const id = known?.id ?? `re_${taken.size + 1}`;
      if (!known) {
        taken.set(key, { id, body });
        delivered.push(payload);
      }
      if (mood === "cut") return void request.socket.destroy();
      if (mood !== "silent") answer(response, 200, { id });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    delivered,
    next: (...next) => void moods.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
