interface Destination {
  href: string;
  /** Other addresses that belong to it; `*` stands for one part of an address, such as a record's id. */
  also?: readonly string[];
  exact?: boolean;
}

/** The one item whose address, or one that belongs to it, the path is in; the longest wins. */
export function activeHref(items: readonly Destination[], path: string): string | undefined {
  let best: { href: string; length: number } | undefined;
  for (const { href, also = [], exact } of items)
    for (const address of [href, ...also]) {
      const base = address.split(/[?#]/)[0] ?? "";
      if (isInside(path, base, exact) && base.length > (best?.length ?? -1)) best = { href, length: base.length };
    }
  return best?.href;
}

function isInside(path: string, base: string, exact = false): boolean {
  const [parts, wanted] = [path.split("/"), base.split("/")];
  const long = exact ? parts.length === wanted.length : parts.length >= wanted.length;
  return long && wanted.every((part, at) => part === "*" || part === parts[at]);
}
