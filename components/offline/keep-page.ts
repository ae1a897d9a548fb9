import { forgetOld, keptAt, keptLists, keptOwner } from "@/components/offline/kept-lists";

export interface OfflineWords {
  /** Above a list: that there is no connection, and of when the list is. */
  asOf: string;
  /** Of the page for everything that was not kept. */
  title: string;
  text: string;
}

/**
 * Puts the page as it looks now into the cache of this account. What another account left there is thrown away first. `pathname` is the list's: whoever
 * has gone on to another page by then, or narrowed the list, keeps nothing of it.
 */
export async function keepPage(account: string, pathname: string, words: OfflineWords): Promise<void> {
  await navigator.serviceWorker.register("/sw.js");
  const cache = await cacheOf(account);
  await forgetOld(cache);
  if (window.location.pathname !== pathname || window.location.search !== "") return;
  await cache.put(pathname, response(readable(words.asOf), document.title));
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const titled: (readonly [path: string, title: string])[] = [];
  for (const path of paths) {
    const title = path === "/offline" ? null : titleOf(await cache.match(path));
    if (title) titled.push([path, title]);
  }
  await cache.put("/offline", response(elsewhere(words, titled), words.title));
  await Promise.all(looksOfPage().map((address) => keepLook(cache, address).catch(() => undefined)));
}

/** A style, font or icon, with the time, so that it goes when the pages that look like it are gone. */
async function keepLook(cache: Cache, address: string): Promise<void> {
  const look = await fetch(address);
  if (!look.ok) return;
  const type = look.headers.get("content-type") ?? "";
  await cache.put(
    address,
    new Response(await look.blob(), { headers: { "content-type": type, [keptAt]: String(Date.now()) } }),
  );
}

const titleOf = (page: Response | undefined): string | null => {
  const title = page?.headers.get("x-title");
  return title ? decodeURIComponent(title) : null;
};

async function cacheOf(account: string): Promise<Cache> {
  const cache = await caches.open(keptLists);
  const owner = await (await cache.match(keptOwner))?.text();
  if (owner === account) return cache;
  await caches.delete(keptLists);
  const own = await caches.open(keptLists);
  await own.put(keptOwner, new Response(account));
  return own;
}

/** The page to be read and no more: no scripts, no pictures of people, no ways to files, nothing to press or fill in. */
function readable(asOf: string): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const gone of copy.querySelectorAll(
    'script, template, noscript, iframe, next-route-announcer, link:not([rel="stylesheet"]), img[src*="/api/"], [role="dialog"], [data-slot="toaster"], [data-slot="page-actions"]',
  ))
    gone.remove();
  for (const control of copy.querySelectorAll("button, input, select, textarea")) control.setAttribute("disabled", "");
  for (const link of copy.querySelectorAll('a[href*="/api/"]')) link.removeAttribute("href");
  const body = copy.querySelector("body")!;
  body.prepend(notice(asOf));
  return `<!doctype html>${copy.outerHTML}`;
}

function notice(words: string): HTMLElement {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.dataset.slot = "offline";
  line.className = "border-b border-border bg-accent px-4 py-2 text-sm font-semibold text-foreground";
  line.textContent = words;
  return line;
}

/** What stands in for a page that was not kept: that there is no connection, and which lists there are. */
function elsewhere({ title, text }: OfflineWords, lists: readonly (readonly [path: string, title: string])[]): string {
  const page = document.documentElement.cloneNode(false) as HTMLElement;
  const head = document.createElement("head");
  head.append(...[...document.querySelectorAll('link[rel="stylesheet"], meta')].map((one) => one.cloneNode(true)));
  const body = document.createElement("body");
  const main = document.createElement("main");
  main.className = "mx-auto grid max-w-xl gap-3 px-6 py-16";
  const heading = document.createElement("h1");
  heading.className = "font-serif text-2xl font-semibold";
  heading.textContent = title;
  const said = document.createElement("p");
  said.textContent = text;
  const items = document.createElement("ul");
  for (const [path, name] of lists) {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = name;
    link.className = "inline-flex min-h-11 items-center";
    const item = document.createElement("li");
    item.append(link);
    items.append(item);
  }
  main.append(heading, said, items);
  body.append(main);
  page.append(head, body);
  return `<!doctype html>${page.outerHTML}`;
}

/** Styles, fonts and icons that the page has asked for. */
const looksOfPage = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === window.location.origin && look.test(pathname))
    .map(({ href }) => href);

const look = /^\/_next\/static\/.*\.(?:css|woff2?)$|^\/icons\//;

const response = (html: string, title: string): Response =>
  new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      [keptAt]: String(Date.now()),
      // Headers hold Latin letters only.
      "x-title": encodeURIComponent(title),
      "content-security-policy":
        "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
