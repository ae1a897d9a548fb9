/** The one item whose address the path is in; the longest wins. */
export function activeHref(items: { href: string; exact?: boolean }[], path: string): string | undefined {
  let best: { href: string; length: number } | undefined;
  for (const item of items) {
    const base = item.href.split(/[?#]/)[0] ?? "";
    const inside = path === base || (!item.exact && path.startsWith(`${base}/`));
    if (inside && base.length > (best?.length ?? -1)) best = { href: item.href, length: base.length };
  }
  return best?.href;
}
