import { afterEach, expect, it, vi } from "vitest";
import { keepPage } from "./keep-page";
import { forgetListsOf, keptLists, keptOwner } from "./kept-lists";

const words = { asOf: "No connection.", title: "No connection", text: "Lists:" };
const list = "/alder-quay/candidates";

/** A cache of the browser, as far as a page uses it. */
class Kept {
  readonly pages = new Map<string, Response>();
  match = (asked: string | { url: string }) =>
    Promise.resolve(this.pages.get(typeof asked === "string" ? asked : new URL(asked.url).pathname)?.clone());
  put = (address: string, page: Response) => Promise.resolve(void this.pages.set(address, page));
  delete = (asked: { url: string }) => Promise.resolve(this.pages.delete(new URL(asked.url).pathname));
  keys = () =>
    Promise.resolve([...this.pages.keys()].map((address) => ({ url: `https://landfall.example${address}` })));
}

/** A browser at the list, in which something happens while the worker that opens lists later on is registered. */
function browser(meanwhile: (location: { pathname: string; search: string }) => void) {
  const cache = new Kept();
  const location = { pathname: list, search: "" };
  const copied = vi.fn(() => {
    throw new Error("copied");
  });
  vi.stubGlobal("navigator", { serviceWorker: { register: () => Promise.resolve(meanwhile(location)) } });
  vi.stubGlobal("caches", { open: () => Promise.resolve(cache), delete: () => Promise.resolve(true) });
  vi.stubGlobal("window", { location });
  vi.stubGlobal("document", { documentElement: { cloneNode: copied }, title: "Candidates" });
  return { cache, copied };
}

afterEach(() => vi.unstubAllGlobals());

it("the list is copied while it is looked at", async () => {
  const { copied } = browser(() => undefined);
  await expect(keepPage("me", list, words)).rejects.toThrow("copied");
  expect(copied).toHaveBeenCalled();
});

it.each([
  ["gone on to a candidate", { pathname: `${list}/1`, search: "" }],
  ["narrowed the list", { pathname: list, search: "?f.status=open" }],
])("whoever has %s by then keeps nothing of that page", async (_, gone) => {
  const { cache, copied } = browser((location) => Object.assign(location, gone));
  await keepPage("me", list, words);
  expect(copied).not.toHaveBeenCalled();
  expect([...cache.pages.keys()]).toEqual([keptOwner]);
});

const kept = (daysAgo: number) =>
  new Response("names", { headers: { "x-kept-at": String(Date.now() - daysAgo * 24 * 60 * 60 * 1000) } });

it("before anything is kept, what is older than three days goes, styles of former releases among it", async () => {
  const { cache } = browser((location) => (location.pathname = "/alder-quay/people"));
  for (const [address, page] of [
    [keptOwner, new Response("me")],
    ["/offline", kept(9)],
    [list, kept(4)],
    ["/alder-quay/requirements", kept(2)],
    ["/_next/static/css/former.css", new Response("without a time")],
    ["/_next/static/css/now.css", kept(0)],
  ] as const)
    await cache.put(address, page);
  await keepPage("me", list, words);
  expect([...cache.pages.keys()]).toEqual([
    ...[keptOwner, "/offline", "/alder-quay/requirements", "/_next/static/css/now.css"],
  ]);
});

it("where somebody may no longer read them, the lists of that organisation go, and no other's", async () => {
  const { cache } = browser(() => undefined);
  for (const address of [keptOwner, "/alder-quay", list, "/alder-quay-two/candidates"])
    await cache.put(address, kept(0));
  await forgetListsOf(await caches.open(keptLists), "alder-quay");
  expect([...cache.pages.keys()]).toEqual([keptOwner, "/alder-quay-two/candidates"]);
});
