import { readFileSync } from "node:fs";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { isKeptList, keptLists } from "./kept-lists";

const origin = "https://landfall.example";
const source = readFileSync(path.join(import.meta.dirname, "../../public/sw.js"), "utf8");

interface Asked {
  url: string;
  method?: string;
  mode?: string;
}

/** A cache of the browser, as far as the worker uses it. */
class Kept {
  readonly pages = new Map<string, Response>();
  match = (asked: string | Asked) =>
    Promise.resolve(this.pages.get(typeof asked === "string" ? asked : new URL(asked.url).pathname)?.clone());
  delete = (asked: string | Asked) =>
    Promise.resolve(this.pages.delete(typeof asked === "string" ? asked : new URL(asked.url).pathname));
  keys = () => Promise.resolve([...this.pages.keys()].map((address) => ({ url: `${origin}${address}` })));
}

let caches: Map<string, Kept>;
let connected: boolean;
let answer: (asked: Asked) => Promise<Response> | null;
/** What the worker still does after it has answered. */
let after: Promise<unknown>[];
let activate: () => void;

beforeEach(() => {
  caches = new Map([[keptLists, new Kept()]]);
  connected = true;
  after = [];
  const waitUntil = (work: Promise<unknown>) => void after.push(work);
  const listeners = new Map<string, (event: unknown) => void>();
  runInNewContext(source, {
    self: {
      location: new URL(origin),
      clients: { claim: () => Promise.resolve() },
      addEventListener: (name: string, listen: (event: unknown) => void) => listeners.set(name, listen),
    },
    caches: {
      has: (name: string) => Promise.resolve(caches.has(name)),
      open: (name: string) => {
        if (!caches.has(name)) caches.set(name, new Kept());
        return Promise.resolve(caches.get(name)!);
      },
      delete: (name: string) => Promise.resolve(caches.delete(name)),
      match: (asked: Asked) => caches.get(keptLists)?.match(asked) ?? Promise.resolve(undefined),
    },
    fetch: () => (connected ? Promise.resolve(new Response("new")) : Promise.reject(new TypeError("no connection"))),
    ...{ URL, Response, Number, Date, Promise },
  });
  answer = (asked) => {
    let given: Promise<Response> | null = null;
    listeners.get("fetch")!({
      request: { method: "GET", mode: "navigate", ...asked },
      respondWith: (response: Promise<Response>) => (given = response),
      ...{ waitUntil },
    });
    return given;
  };
  activate = () => listeners.get("activate")!({ waitUntil });
});

const keep = (address: string, words: string, at = Date.now()) =>
  caches.get(keptLists)!.pages.set(address, new Response(words, { headers: { "x-kept-at": String(at) } }));
const textOf = async (asked: Asked) => (await answer(asked))?.text();
const list = { url: `${origin}/alder-quay/requirements` };

describe("without a connection", () => {
  it("a list that was kept opens, whatever it was filtered by", async () => {
    keep("/alder-quay/requirements", "kept");
    connected = false;
    expect(await textOf(list)).toBe("kept");
    expect(await textOf({ url: `${list.url}?f.status=open` })).toBe("kept");
  });

  it("what was not kept, or too long ago, says so", async () => {
    keep("/offline", "no connection");
    keep("/alder-quay/requirements", "kept", Date.now() - 4 * 24 * 60 * 60 * 1000);
    connected = false;
    expect(await textOf({ url: `${origin}/alder-quay/settings` })).toBe("no connection");
    expect(await textOf(list)).toBe("no connection");
    expect(caches.get(keptLists)!.pages.has("/alder-quay/requirements")).toBe(false);
  });
});

it("while there is a connection every page comes from the network", async () => {
  keep("/alder-quay/requirements", "kept");
  expect(await textOf(list)).toBe("new");
});

it("whatever is opened, and when a new worker takes over, names older than three days go from the device", async () => {
  const four = Date.now() - 4 * 24 * 60 * 60 * 1000;
  const old = () => {
    keep("/alder-quay/candidates", "names", four);
    keep("/_next/static/css/former.css", "looks", four);
  };
  keep("/alder-quay/requirements", "kept");
  keep("/offline", "no connection", four);
  for (const happens of [() => void answer({ url: `${origin}/alder-quay/people` }), activate]) {
    old();
    happens();
    await Promise.all(after);
    expect([...caches.get(keptLists)!.pages.keys()]).toEqual(["/alder-quay/requirements", "/offline"]);
  }
});

it("what changes something, files, data and other sites go past it", () => {
  expect(answer({ ...list, method: "POST" })).toBeNull();
  expect(answer({ url: `${origin}/api/files/alder-quay/1`, mode: "no-cors" })).toBeNull();
  expect(answer({ url: "https://other.example/", mode: "cors" })).toBeNull();
});

it("whoever is led to signing in leaves nothing on the device", async () => {
  keep("/alder-quay/requirements", "kept");
  await answer({ url: `${origin}/sign-in` });
  expect(caches.has(keptLists)).toBe(false);
});

it("lists are kept; pages of one record, of other places and lists that were narrowed are not", () => {
  const kept = (address: string) => isKeptList(new URL(address, origin), "alder-quay");
  expect(["", "/requirements", "/submissions", "/candidates"].map((list) => kept(`/alder-quay${list}`))).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  expect(
    [
      ...["/alder-quay/candidates/1", "/alder-quay/candidates/1/resume", "/other/requirements", "/alder-quay/people"],
      ...["/alder-quay/candidates?q=go", "/alder-quay/requirements?f.status=open"],
    ].filter(kept),
  ).toEqual([]);
});
