/** What a list reads from the address; the shape that the list reader of the server takes. */
export interface ListAddress {
  sort?: string;
  descending?: boolean;
  q?: string;
  filters: Record<string, string>;
  after?: string;
  before?: string;
}

/** Which keys of the address belong to the list's question, and not to how it is shown or where one is in it. */
const questionKeys = (key: string) => key === "sort" || key === "q" || key.startsWith("f.");
/** These start anew when the question changes. */
const placeKeys = ["after", "before", "open"];

type SearchParams = Record<string, string | string[] | undefined> | URLSearchParams;

/** Reads a page's search parameters. Of a key given twice the first one counts; unknown keys are left alone. */
export function readListAddress(params: SearchParams): ListAddress {
  const search = toSearch(params);
  const sort = search.get("sort") || undefined;
  const filters: Record<string, string> = {};
  for (const [key, value] of search) {
    if (key.startsWith("f.") && value && !(key.slice(2) in filters)) filters[key.slice(2)] = value;
  }
  return {
    ...(sort ? { sort: sort.replace(/^-/, ""), descending: sort.startsWith("-") } : {}),
    ...(search.get("q") ? { q: search.get("q") ?? "" } : {}),
    filters,
    ...(search.get("after") ? { after: search.get("after") ?? "" } : {}),
    ...(search.get("before") ? { before: search.get("before") ?? "" } : {}),
  };
}

/** The same address with some keys changed; null removes one. A changed question goes back to the first page. */
export function changeAddress(params: SearchParams, changes: Record<string, string | null>): string {
  const search = toSearch(params);
  if (Object.keys(changes).some(questionKeys)) for (const key of placeKeys) search.delete(key);
  if ("after" in changes) search.delete("before");
  if ("before" in changes) search.delete("after");
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "") search.delete(key);
    else search.set(key, value);
  }
  const text = search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `?${text}` : "?";
}

/** What a saved view keeps: the question, the chosen columns and the density, by key so that equal views are equal texts. */
export function viewSearch(params: SearchParams): string {
  const search = toSearch(params);
  const kept = [...search].filter(
    ([key, value]) => value && (questionKeys(key) || key === "columns" || key === "density"),
  );
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new URLSearchParams(kept).toString();
}

/**
 * The saved view that the address shows, if it is exactly one of them; of several alike the one that the address names. How close
 * the rows stand counts only for a view that says so itself.
 */
export function currentView<View extends { id: string; search: string }>(
  params: SearchParams,
  views: readonly View[],
): View | undefined {
  const search = toSearch(params);
  const shown = viewSearch(search);
  search.delete("density");
  const loosely = viewSearch(search);
  const alike = views.filter((view) => {
    const kept = viewSearch(new URLSearchParams(view.search));
    return kept === shown || kept === loosely;
  });
  return alike.find((view) => view.id === toSearch(params).get("view")) ?? alike[0];
}

/** A view with which a list opens when the address asks for nothing. */
export interface UsualView {
  id: string;
  search: string;
}

/**
 * The address as the list reads it: where it asks for nothing and names no view, the usual view stands in its place, so that
 * nobody has to be sent on to another address.
 */
export function askedAddress(params: SearchParams, usual: UsualView | undefined): URLSearchParams {
  const search = toSearch(params);
  const asks = [...search.keys()].some((key) => questionKeys(key) || key === "columns" || key === "view");
  if (asks || !usual) return search;
  for (const [key, value] of new URLSearchParams(usual.search)) if (!search.has(key)) search.set(key, value);
  search.set("view", usual.id);
  return search;
}

function toSearch(params: SearchParams): URLSearchParams {
  if (params instanceof URLSearchParams) return new URLSearchParams(params);
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(key, one);
  }
  return search;
}
