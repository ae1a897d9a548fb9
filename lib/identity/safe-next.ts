/**
 * The page to go on to, if it is one of ours: a path that begins with one slash. Anything else, say another site's address that
 * somebody put into a link, leads to the start page.
 */
export function safeNext(next: string | undefined | null): string {
  if (!next || !/^\/(?![/\\])[^\s\\]*$/.test(next)) return "/";
  const { origin, pathname, search } = new URL(next, "http://own.invalid");
  return origin === "http://own.invalid" && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
