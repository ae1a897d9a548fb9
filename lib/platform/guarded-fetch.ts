import "server-only";
import { lookup as systemLookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { isPublicAddress } from "./public-address";

/*
 * The one way to fetch what a person gave the address of. A name is resolved once, and the connection goes to the very address that was checked: a name that
 * answers otherwise a moment later leads nowhere else. Each redirect is checked like the first address.
 */

/** Why nothing was fetched; said to the person whose address it is. */
export type FetchProblem =
  /** No address that can be fetched: another protocol, a name and password in it, another port. */
  | "address"
  /** There is no such name. */
  | "unknown-host"
  /** It leads into somebody's own network. */
  | "not-public"
  | "unreachable"
  | "too-slow"
  | "too-large"
  | "too-many-redirects"
  /** The certificate does not hold. */
  | "certificate";

export type Fetched =
  | { kind: "answered"; status: number; headers: Readonly<Record<string, string>>; body: Uint8Array }
  | { kind: "failed"; problem: FetchProblem };

export interface GuardedFetch {
  headers?: Readonly<Record<string, string>>;
  /** The most that is read, unpacked. */
  mostBytes: number;
  /** For everything together: names, redirects, the body. */
  milliseconds?: number;
}

/** What stands around a fetch, for tests: none of it can be set from outside of the code. */
export interface Surroundings {
  resolve(host: string): Promise<string[]>;
  allows(address: string, port: number): boolean;
}

const mostRedirects = 5;
const ports: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

const theNetwork: Surroundings = {
  resolve: async (host) => (await systemLookup(host, { all: true })).map(({ address }) => address),
  allows: (address, port) => ports.has(port) && isPublicAddress(address),
};

class Failure extends Error {
  constructor(readonly problem: FetchProblem) {
    super(problem);
  }
}

/** Fetches an address of the public network by GET. Never throws for what the other side does. */
export async function guardedFetch(
  address: string,
  { headers = {}, mostBytes, milliseconds = 20_000 }: GuardedFetch,
  around: Surroundings = theNetwork,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    let url = urlOf(address);
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const to = await checked(url, around, signal);
      const answer = await get(url, to, headers, signal);
      const next = answer.headers.location;
      if (next === undefined || ![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0))
        return {
          ...{ kind: "answered", status: answer.statusCode ?? 0, headers: plain(answer) },
          body: await bodyOf(answer, mostBytes, signal),
        };
      answer.destroy();
      url = urlOf(new URL(next, url).href);
    }
    return { kind: "failed", problem: "too-many-redirects" };
  } catch (error) {
    return { kind: "failed", problem: problemOf(error, signal) };
  }
}

function urlOf(address: string): URL {
  // Calendars are often given out under a name of their own.
  const text = address.trim().replace(/^webcals?:\/\//i, "https://");
  if (!URL.canParse(text)) throw new Failure("address");
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  if (!isWeb || url.username !== "" || url.password !== "") throw new Failure("address");
  return url;
}

/** The address to connect to. Where any of those of a name is not public, none is taken: who mixes them means the other one. */
async function checked(url: URL, { resolve, allows }: Surroundings, signal: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const addresses = isIP(host)
    ? [host]
    : await within(
        signal,
        resolve(host).catch(() => []),
      );
  if (addresses.length === 0) throw new Failure("unknown-host");
  if (!addresses.every((address) => allows(address, port))) throw new Failure("not-public");
  return addresses.find((address) => isIP(address) === 4) ?? addresses[0]!;
}

function get(
  url: URL,
  to: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        // A connection of its own, to the address that was checked: a name is never looked up again.
        agent: false,
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address: to, family: isIP(to) }]) : done(null, to, isIP(to)),
        ...{ signal, maxHeaderSize: 32_768 },
        headers: { "user-agent": "Landfall", "accept-encoding": "gzip, deflate, br", ...headers },
      },
      resolve,
    );
    asked.on("error", reject);
    asked.end();
  });
}

async function bodyOf(answer: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const packed = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const encoding = String(answer.headers["content-encoding"] ?? "").toLowerCase();
  const unpack = Object.hasOwn(packed, encoding) ? packed[encoding as keyof typeof packed]() : null;
  const source = unpack ? answer.pipe(unpack) : answer;
  if (unpack) answer.on("error", (error) => unpack.destroy(error));
  const pieces: Buffer[] = [];
  let size = 0;
  const stop = () => source.destroy(new Failure("too-slow"));
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes) throw new Failure("too-large");
      pieces.push(piece);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    answer.destroy();
  }
  return Buffer.concat(pieces);
}

/** What is waited for ends with the time that there is. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Failure("too-slow"));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const plain = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function problemOf(error: unknown, signal: AbortSignal): FetchProblem {
  if (error instanceof Failure) return error.problem;
  if (signal.aborted) return "too-slow";
  const code = String((error as { code?: unknown } | null)?.code ?? "");
  return /CERT|TLS|SSL|SIGNATURE|ALTNAME/.test(code) ? "certificate" : "unreachable";
}
