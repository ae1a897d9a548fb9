import { matchesOf } from "@/lib/documents/matches";
import type { ResumeContacts, ResumeLink } from "../types";
import { labelKind } from "./fields";
import { headingWords } from "./headings";
import type { Line } from "./lines";
import { Pattern } from "./pattern";
import { namesEmployer, titleWords } from "./words";

/** An address of mail, anywhere in a text. */
export const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu;
/** At least 8 digits with the usual separators; dates and identity numbers are told apart by their shape and by their label. */
const PHONE = /(?<![\w/.-])(?:\(?\+|00)?\(?\d(?:[\s().\-–/]{0,3}\d){7,14}(?![\w/])/g;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'|,;()]+|(?<![\w@.])(?:[a-z0-9-]+\.)*(?:linkedin|github)\.com\/[^\s<>"'|,;()]+/gi;
/** What every link has: a look for it is quick, and few lines have a link. */
const hasLink = (text: string): boolean => /[/.]\S/.test(text) && /:\/\/|www\.|(?:linkedin|github)\.com\//i.test(text);
const NAME_LABEL = /^\s*(?:full |candidate |my |employee )?(?:name|nom|nombre|nome|नाम|姓名)\s*[:：\-–\t]\s*/iu;
const PLACE_LABEL = new Pattern(
  "(?:current |present |permanent )?(?:location|address|city|based in|residence|adresse|direccion|dirección|endereço|indirizzo|wohnort|anschrift|पता|地址|所在地)\\s*[:：\\-–]\\s*",
);
/** "City, Region", optionally with a country or a postal code. */
const PLACE =
  /(?<![\p{L}\d])(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}?[\p{L}.'’-]+){0,2},\s?(?:\p{Lu}{2}\b|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2})(?:\s\d{4,6})?(?:,\s?\p{Lu}[\p{L}.]+)?)/u;

/** How far from the top a name and a place are believed. */
const TOP_LINES = 12;

/**
 * Reads who the resume is about. `extra` are texts outside the main part (page headers and footers), `addresses` the targets of links.
 */
export function readContacts(
  lines: readonly Line[],
  extra: readonly string[],
  addresses: readonly string[],
): ResumeContacts {
  const texts = [...lines.map((line) => line.raw), ...extra];
  const withMail = texts.filter((text) => text.includes("@")).join("\n");
  const mailed = addresses
    .filter((address) => /^mailto:/i.test(address))
    .map((address) => address.slice(7).split("?")[0] ?? "");
  const emails = unique([...(withMail.match(EMAIL) ?? []), ...mailed.flatMap((address) => address.match(EMAIL) ?? [])]);
  return {
    name: readName(lines, extra),
    emails,
    phones: readPhones(texts),
    links: readLinks(texts, addresses, emails),
    location: readLocation(lines, extra),
  };
}

/** Telephone numbers of lines, as written, each once. A label in the line tells them from other numbers. */
export function readPhones(texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of texts) {
    if (!hasDigits(text, fewestDigits)) continue;
    if (
      /passport|aadhaar|pan no|date of birth|\bdob\b|licen[cs]e|id no/i.test(text) &&
      !/phone|mobile|tel|cell|contact/i.test(text)
    )
      continue;
    for (const match of matchesOf(PHONE, hasLink(text) ? text.replace(LINK, " ") : text)) {
      const digits = match[0].replace(/\D/g, "");
      const labelled =
        /(?:phone|mobile|mob|tel|téléphone|móvil|cell|contact|gsm|whatsapp|handy|电话|手机|फ़ोन|मोबाइल)[^\d+]{0,20}$/i.test(
          text.slice(0, match.index),
        );
      const dated =
        /^(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d$/.test(match[0].trim()) ||
        /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(match[0]);
      if (dated || digits.length < fewestDigits || digits.length > 15) continue;
      if (!labelled && digits.length < 9 && !match[0].includes("+")) continue;
      found.push(match[0].trim().replace(/[\s\-–(]+$/, ""));
    }
  }
  return unique(found, (phone) => phone.replace(/\D/g, "")).slice(0, 5);
}

/** A telephone number has as many. */
const fewestDigits = 8;

function hasDigits(text: string, least: number): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < least; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
  }
  return digits >= least;
}

function readLinks(texts: readonly string[], addresses: readonly string[], emails: readonly string[]): ResumeLink[] {
  const written = texts.flatMap((text) => (hasLink(text) ? (text.match(LINK) ?? []) : []));
  const urls = [...written, ...addresses.filter((address) => /^https?:/i.test(address))].map((url) =>
    url.replace(/[.…]+$/, ""),
  );
  return unique(urls, (url) => url.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, ""))
    .filter((url) => !emails.some((email) => url.includes(email)))
    .slice(0, 12)
    .map((url) => ({
      kind: /linkedin\.com/i.test(url) ? "linkedin" : /github\.com/i.test(url) ? "github" : "website",
      url,
    }));
}

/** A labelled name, else the most prominent line of two to five words at the top. */
function readName(lines: readonly Line[], extra: readonly string[]): string | null {
  const top = lines.slice(0, TOP_LINES);
  for (const line of lines.slice(0, TOP_LINES * 3)) {
    if (!NAME_LABEL.test(line.raw)) continue;
    const name = cleanName(line.raw.replace(NAME_LABEL, ""));
    if (looksLikeName(name)) return name;
  }
  const biggest = Math.max(0, ...top.map((line) => line.size));
  let best: { name: string; score: number } | null = null;
  top.forEach((line, position) => {
    const name = cleanName(line.raw);
    if (!looksLikeName(name) || line.listed) return;
    const score =
      (line.size === biggest ? 2 : 0) +
      (line.bold >= 0.6 ? 1 : 0) +
      (line.upper ? 0.5 : 0) +
      (position === 0 ? 1.5 : 0) -
      position * 0.25;
    if (!best || score > best.score) best = { name, score };
  });
  const found = (best as { name: string; score: number } | null)?.name;
  return found ?? extra.map((text) => cleanName(text)).find((name) => looksLikeName(name)) ?? null;
}

function cleanName(text: string): string {
  const first = text.trim().split(/\n|\t|\s{4,}|\||[:：]|•|·| [-–] /)[0] ?? "";
  const unbracketed = first.replace(/\(.*\)/g, "");
  return (unbracketed.includes("@") ? unbracketed.replace(EMAIL, "") : unbracketed)
    .replace(/[,;]?\s*(?:ph\.?d|mba|pmp|cpa|m\.?d)\.?$/i, "")
    .replace(/\s+/g, " ")
    .replace(/[\s,.;\-–]+$/, "")
    .trim();
}

function looksLikeName(name: string): boolean {
  if (name.length < 2 || name.length > 50 || /[\d@/\\&#]|https?|www/.test(name)) return false;
  if (/^(?:[\u4e00-\u9fff]{2,4}|[\u0900-\u097f]+(?: [\u0900-\u097f]+){1,3})$/u.test(name))
    return headingWords(name) === null;
  const words = name.split(" ");
  if (
    words.length > 5 ||
    !words.every((word) => /^(?:\p{Lu}[\p{L}.'’-]*|de|da|di|del|la|van|von|der|den|el|al|bin|y|e)$/u.test(word))
  )
    return false;
  return (
    titleWords(name) === 0 &&
    !namesEmployer(name) &&
    headingWords(name) === null &&
    labelKind(name) === null &&
    !/resume|curriculum|vitae|^cv$|bio ?data/i.test(name)
  );
}

function readLocation(lines: readonly Line[], extra: readonly string[]): string | null {
  const top = [...lines.slice(0, TOP_LINES * 2).map((line) => line.raw), ...extra];
  for (const text of top) {
    const lower = text.toLowerCase();
    const label = PLACE_LABEL.in(lower.length === text.length ? lower : text)[0];
    if (!label) continue;
    const value =
      text
        .slice(label.index + label[0].length)
        .split(/\n|\t|\s{4,}|\|/)[0]
        ?.trim() ?? "";
    if (value.length > 1 && value.length < 140 && !/@/.test(value)) return value.replace(/[.,;\s]+$/, "");
  }
  for (const line of lines.slice(0, TOP_LINES)) {
    for (const piece of line.raw.split(/\n|\t|\||•|·|\s{3,}|;/)) {
      const place = piece.includes(",") ? PLACE.exec(piece.trim())?.[1] : undefined;
      const rest = place ? piece.replace(place, "").replace(EMAIL, "").replace(PHONE, "") : "";
      if (place && !namesEmployer(place) && titleWords(place) === 0 && rest.replace(/[^\p{L}]/gu, "").length < 25)
        return place;
    }
  }
  return null;
}

function unique(
  values: readonly string[],
  keyOf: (value: string) => string = (value) => value.toLowerCase(),
): string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    if (value === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
