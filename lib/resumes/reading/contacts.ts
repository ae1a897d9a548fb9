import type { ResumeContacts, ResumeLink } from "../types";
import type { Line } from "./lines";

/** How far down the name, the place and bare numbers are looked for; mail addresses and links anywhere. */
const topLines = 15;

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const link =
  /(?:https?:\/\/)?(?:www\.)?(?:linkedin\.com\/(?:in|pub)\/[^\s|,;)]+|github\.com\/[^\s|,;)]+)|https?:\/\/[^\s|,;)]+/gi;
const phone = /(?:\+|\b00)?\(?\d[\d\s().\-/]{6,18}\d/g;
const place =
  /^(?:(?:address|location|place|city|ort|lieu|ubicaci[oó]n|luogo)\s*:\s*)?(\p{Lu}[\p{L}.'’ -]{2,40},\s*(?:\p{Lu}{2}\b(?:\s+\d{4,6})?|\p{Lu}[\p{L}' -]{3,30}))$/iu;
const notAName = /resume|curriculum|\bcv\b|profile|summary|contact|objective|page|confidential/i;

/** Contact data of a resume. What stands at the top counts; a number that is a date or a year range does not. */
export function readContacts(lines: readonly Line[]): ResumeContacts {
  const all = lines.map(({ text }) => text);
  const top = lines.slice(0, topLines);
  return {
    name: nameIn(top),
    emails: unique(all.flatMap((text) => text.match(mail) ?? [])),
    phones: unique(top.flatMap(phonesIn)),
    links: linksIn(all),
    location: locationIn(top),
  };
}

/** The first line that looks like a name: two to five words of letters, capitalised, and nothing else. */
function nameIn(top: readonly Line[]): string | null {
  for (const { text, raw } of top.slice(0, 8)) {
    const alone = (raw.split(/\t|\s{3,}|\|/)[0] ?? text)
      .replace(mail, "")
      .replace(/^name\s*[:\-–]\s*/i, "")
      .trim();
    const words = alone.split(/\s+/);
    if (words.length < 2 || words.length > 5 || alone.length > 60 || notAName.test(alone)) continue;
    if (
      !words.every(
        (word) => /^\p{Lu}[\p{L}.'’-]*,?$/u.test(word) || /^(?:de|da|van|von|der|la|le|bin|al|dos|el)$/i.test(word),
      )
    )
      continue;
    return alone.replace(/,$/, "");
  }
  return null;
}

function phonesIn({ text, ranges }: Line): string[] {
  if (ranges.length > 0) return [];
  return (text.match(phone) ?? [])
    .map((found) => found.trim())
    .filter((found) => {
      const digits = found.replace(/\D/g, "");
      return digits.length >= 8 && digits.length <= 15 && !/^(?:19|20)\d{2}\D+(?:19|20)\d{2}$/.test(found);
    });
}

function linksIn(texts: readonly string[]): ResumeLink[] {
  const found = unique(texts.flatMap((text) => text.match(link) ?? []).map((url) => url.replace(/[.:]$/, "")));
  return found.map((url) => ({
    url,
    kind: /linkedin\.com/i.test(url) ? "linkedin" : /github\.com/i.test(url) ? "github" : "website",
  }));
}

function locationIn(top: readonly Line[]): string | null {
  for (const { raw } of top)
    for (const piece of raw.split(/\t|\||•|·|\s{3,}/)) {
      const found = piece.trim().match(place);
      if (found?.[1] && !mail.test(piece)) return found[1].trim();
    }
  return null;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
