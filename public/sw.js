/*
 * Opens the lists that somebody saw last while there is no connection. While there is one, nothing of it is used: every page comes from the network.
 * It keeps no page itself: components/offline/keep-page.ts puts them here, without scripts and files, and only those of the lists.
 */

/** The same name as in components/offline/kept-lists.ts. */
const kept = "landfall-lists";
/** What is older is no longer shown: three days, in milliseconds. */
const longest = 3 * 24 * 60 * 60 * 1000;
/** What the pages of a list look like with: never a file of somebody. */
const looks = /^\/(?:_next\/static\/|icons\/)/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), forgetOld()])));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  // Whoever is asked to sign in is signed out: nothing of them stays on the device.
  if (pathname === "/sign-in") event.waitUntil(caches.delete(kept));
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => keptPage(pathname)));
    event.waitUntil(forgetOld());
  } else if (looks.test(pathname)) event.respondWith(fetch(request).catch(() => keptLook(request)));
});

async function keptPage(pathname) {
  const cache = await caches.open(kept);
  const page = await cache.match(pathname);
  if (page && Date.now() - Number(page.headers.get("x-kept-at")) < longest) return page;
  if (page) await cache.delete(pathname);
  return (await cache.match("/offline")) ?? Response.error();
}

/** Names do not lie here longer than they are shown, whoever opens what: the same as in components/offline/kept-lists.ts. */
async function forgetOld() {
  if (!(await caches.has(kept))) return;
  const cache = await caches.open(kept);
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname.startsWith("/offline")) continue;
    const page = await cache.match(request);
    if (page && !(Date.now() - Number(page.headers.get("x-kept-at")) < longest)) await cache.delete(request);
  }
}

async function keptLook(request) {
  return (await caches.match(request)) ?? Response.error();
}
