/**
 * A name as it is sorted and searched: without accents, lower case, single spaces. Stored beside the name, because an
 * index over `lower(name)` is never used behind the wall.
 */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/gi, "l")
    .replace(/ø/gi, "o")
    .replace(/đ/gi, "d")
    .replace(/ß/g, "ss")
    .replace(/æ/gi, "ae")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();

/** A mail address as it is compared: trimmed, lower case, domain in its ASCII form. The part before the @ keeps its dots. */
export function emailKey(email: string): string {
  const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
  try {
    return `${local}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return `${local}@${domain}`;
  }
}
