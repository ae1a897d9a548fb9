import { Agent, get } from "node:http";
import type { Visitor } from "./installation";

/** An address, and a text that stands in the page itself, not in its frame. */
export interface PageToVisit {
  address: string;
  proof: string;
}

/** What a crowd saw of a page. */
export interface Seen {
  /** How long each answer took to its last byte, in milliseconds. */
  times: number[];
  perSecond: number;
  /** Answers that were not the page of who asked, and what was wrong with the first. */
  errors: number;
  firstError: string | undefined;
}

/**
 * `people` at once open an address again and again for so many seconds, each as themselves, each as soon as the answer is
 * there. What takes longer than 60 s is an error.
 */
export async function crowd(
  { address, proof }: PageToVisit,
  visitors: readonly Visitor[],
  people: number,
  seconds: number,
): Promise<Seen> {
  const agent = new Agent({ keepAlive: true, maxSockets: people });
  const seen: Seen = { times: [], perSecond: 0, errors: 0, firstError: undefined };
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: people }, async (_, number) => {
      const visitor = visitors[number % visitors.length];
      while (visitor && performance.now() < until) await visit({ address, proof }, visitor, agent, seen);
    }),
  );
  seen.perSecond = (seen.times.length * 1000) / (performance.now() - began);
  agent.destroy();
  return seen;
}

/** Opens the page once for each visitor, a few at a time. */
export async function visitOnce(page: PageToVisit, visitors: readonly Visitor[]): Promise<Seen> {
  const agent = new Agent({ keepAlive: true });
  const seen: Seen = { times: [], perSecond: 0, errors: 0, firstError: undefined };
  const waiting = [...visitors];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await visit(page, next, agent, seen);
    }),
  );
  agent.destroy();
  return seen;
}

async function visit({ address, proof }: PageToVisit, visitor: Visitor, agent: Agent, seen: Seen): Promise<void> {
  const began = performance.now();
  try {
    const { status, body } = await fetchPage(address, visitor, agent);
    // A page of errors, of somebody else, or only the frame of one is fast and worth nothing.
    if (status !== 200 || !body.includes(visitor.name) || !body.includes(proof))
      throw new Error(`HTTP ${status}, ${body.length} characters`);
    seen.times.push(performance.now() - began);
  } catch (error) {
    seen.errors += 1;
    seen.firstError ??= error instanceof Error ? error.message : String(error);
  }
}

/** The page that a browser ends up with: a frame that is sent at once may end in “not found”, or lead on to the same with a filter. */
export async function openPage(
  address: string,
  visitor: Pick<Visitor, "cookie">,
  hops = 3,
): Promise<{ status: number; body: string }> {
  const { status, body } = await fetchPage(address, visitor);
  if (body.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return { status: 404, body };
  const led = /NEXT_REDIRECT;\w+;([^;]+);/.exec(body)?.[1];
  if (!led) return { status, body };
  const next = new URL(led, address);
  // To another page: this one is not shown to this visitor.
  if (next.pathname !== new URL(address).pathname || hops === 0) return { status: 307, body };
  return openPage(next.href, visitor, hops - 1);
}

/** One page as one visitor gets it. */
export function fetchPage(
  address: string,
  { cookie }: Pick<Visitor, "cookie">,
  agent?: Agent,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers: { cookie, accept: "text/html" }, timeout: 60_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    request.on("timeout", () => request.destroy(new Error("No answer within 60 s.")));
    request.on("error", reject);
  });
}
