interface Destination {
  href: string;
  also?: readonly string[];
  exact?: boolean;
}

/** The one item whose address, or one that belongs to it, the path is in; the longest wins. */
export function activeHref(items: readonly Destination[], path: string): string | undefined {
  let best: { href: string; length: number } | undefined;
  for (const { href, also = [], exact } of items)
    for (const address of [href, ...also]) {
      const base = address.split(/[?#]/)[0] ?? "";
      const inside = path === base || (!exact && path.startsWith(`${base}/`));
      if (inside && base.length > (best?.length ?? -1)) best = { href, length: base.length };
    }
  return best?.href;
}
