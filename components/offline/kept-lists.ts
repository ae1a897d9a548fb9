/** Where lists are kept in the browser; public/sw.js has the same name. */
export const keptLists = "landfall-lists";

/** Whose they are, under an address that no page has. */
export const keptOwner = "/offline/owner";

/** After that long they are no longer shown, and nothing of them stays on the device: three days, in milliseconds. */
export const keptForMs = 3 * 24 * 60 * 60 * 1000;

/** When something was kept, in a header: milliseconds since 1970. */
export const keptAt = "x-kept-at";

const lists = ["", "/requirements", "/submissions", "/candidates"];

/**
 * Whether an address is one of the lists that can be opened without a connection: pages of one record and files never are, nor a list that was searched,
 * filtered or turned over, because it would be shown as the whole one.
 */
export const isKeptList = (
  { pathname, search }: Pick<Location, "pathname" | "search">,
  organisation: string,
): boolean => search === "" && lists.some((list) => pathname === `/${organisation}${list}`);

/** Throws away what was kept too long ago, styles of former releases among it: those of a page are kept anew with it. */
export const forgetOld = (cache: Cache): Promise<void> =>
  forget(cache, (_, page) => !(Date.now() - Number(page.headers.get(keptAt)) < keptForMs));

/** Throws away the lists of an organisation in which somebody may no longer read them. */
export const forgetListsOf = (cache: Cache, organisation: string): Promise<void> =>
  forget(cache, (pathname) => pathname === `/${organisation}` || pathname.startsWith(`/${organisation}/`));

async function forget(cache: Cache, isGone: (pathname: string, page: Response) => boolean): Promise<void> {
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    // Whose they are, and what is said in place of a page that is not here.
    if (pathname.startsWith("/offline")) continue;
    const page = await cache.match(request);
    if (page && isGone(pathname, page)) await cache.delete(request);
  }
}
