/** The list from which somebody went to a record, kept for this browser session: what the list was asked for, as in its address. */
const cookie = "landfall-list";
/** A cookie is sent with each request; a question longer than this is not worth it. */
const atMost = 1500;

/** Keeps it for the pages below a path. To be called in a browser. */
export function rememberList(path: string, search: string): void {
  const value = encodeURIComponent(search);
  if (value.length <= atMost) document.cookie = `${cookie}=${value}; path=${path}; SameSite=Lax`;
}

/** What was kept, read from a request's cookies; null where nothing was. */
export function rememberedList(cookies: { get(name: string): { value: string } | undefined }): string | null {
  const value = cookies.get(cookie)?.value;
  if (!value || value.length > atMost) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
