/** Where lists are kept in the browser; public/sw.js has the same name. */
export const keptLists = "landfall-lists";

/** Whose they are, under an address that no page has. */
export const keptOwner = "/offline/owner";

const lists = ["", "/requirements", "/submissions", "/candidates"];

/** Whether a page is one of the lists that can be opened without a connection: pages of one record and files never are. */
export const isKeptList = (pathname: string, organisation: string): boolean =>
  lists.some((list) => pathname === `/${organisation}${list}`);
