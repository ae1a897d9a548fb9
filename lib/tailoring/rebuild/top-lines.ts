import { findDateRanges } from "@/lib/resumes/reading/dates";
import type { ResumeContacts } from "@/lib/resumes/types";
import type { TopLine } from "./rebuilt-resume";
import { lettersOf, visibleText } from "./text-of";

/** Longest line of contacts: what fits a page at the template's size. */
const widest = 105;

/** The lines under the name: contacts that stand in lines of their own come together, and contacts from elsewhere are put below. */
export function topLines(texts: readonly string[], contacts: ResumeContacts): TopLine[] {
  const lines: TopLine[] = [];
  for (const text of texts) {
    const line = apart(text);
    if (line === "") continue;
    const contact = isContact(text, contacts);
    const before = lines.at(-1);
    if (contact && before?.contact && before.text.length + line.length + 3 <= widest) before.text += ` | ${line}`;
    else lines.push({ text: line, contact, added: false });
  }
  const said = lettersOf(lines.map(({ text }) => text).join(" "));
  const missing = reachable(contacts).filter((value) => !said.includes(lettersOf(shown(value))));
  if (missing.length > 0) lines.push({ text: missing.map(shown).join(" | "), contact: true, added: true });
  return lines;
}

/** True where a text says nothing but how to reach the person, with or without labels. */
export function onlyContacts(text: string, contacts: ResumeContacts): boolean {
  let rest = text;
  for (const value of valuesOf(contacts)) {
    rest = rest.replaceAll(value, " ").replaceAll(value.replace(/^https?:\/\/(?:www\.)?|\/$/g, ""), " ");
  }
  if (rest === text) return false;
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => label.test(word));
}

const label =
  /^(?:e|mail|email|phone|mobile|cell|tel|telephone|telefon|telefono|téléphone|handy|móvil|linkedin|github|web|website|portfolio|address|adresse|location|https?|www|com|in)$/i;

function isContact(text: string, contacts: ResumeContacts): boolean {
  if (text.length > 160) return false;
  const letters = lettersOf(text);
  return valuesOf(contacts).some((value) => letters.includes(lettersOf(shown(value))));
}

const valuesOf = (contacts: ResumeContacts): string[] => [
  ...(contacts.location === null ? [] : [contacts.location]),
  ...reachable(contacts),
];

/** What is put to the top from elsewhere: never the place, which may be that of a school, and no dates that look like a number to call. */
const reachable = ({ phones, emails, links }: ResumeContacts): string[] => [
  ...phones.filter((phone) => findDateRanges(phone).length === 0),
  ...emails,
  ...links.map(({ url }) => url),
];

const shown = (value: string): string => visibleText(value.replace(/^https?:\/\/(?:www\.)?|\/$/gi, ""));

/** One bar between what stands apart, whatever stood there, and no pictures of phones and letters. */
const apart = (text: string): string =>
  visibleText(text.replace(/(?![©®°™])[\p{So}\ufe0f]/gu, " "))
    .split(/\s*[\t\n|•·●▪◦‣]\s*/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .join(" | ");
