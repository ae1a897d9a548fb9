import type { LanguageCode } from "@/lib/resumes/types";
import type { RebuiltResume, RebuiltText } from "./rebuilt-resume";

/** What a template is told besides the resume. Nothing else goes in, so the same input gives the same bytes. */
export interface TemplateOptions {
  paper: keyof typeof papers;
  /** Moment that the file says it was made at. */
  madeAt: Date;
}

/** Width and height in points (72 to the inch). */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const;

/**
 * The looks of both templates, in points: one column, one face, no table, box or picture, as applicant-tracking systems read best. Arial is on
 * every computer, and Arimo, which the PDF embeds, has the widths of Arial: lines of both files break alike.
 */
export const look = {
  font: "Arial",
  margin: { side: 56, top: 48, bottom: 48 },
  name: { size: 22, after: 3 },
  top: { size: 10, after: 2 },
  heading: { size: 11, before: 14, after: 5, rule: 3 },
  role: { size: 10.5, before: 9 },
  label: { size: 10.5, before: 5 },
  text: { size: 10, after: 3 },
  bullet: { indent: 14, hanging: 10, level: 14, after: 2 },
  /** Height of a line as a multiple of the size. */
  line: 1.25,
  accent: "1F3A5F",
  soft: "4A5563",
} as const;

/** Language tag that spelling checkers and screen readers understand. Right-to-left scripts are not among the languages that are told apart. */
export function languageTag({ language, rightToLeft, sections }: RebuiltResume): string {
  if (!rightToLeft) return tags[language];
  const hebrew = sections.some(({ blocks }) =>
    blocks.some((block) => block.kind !== "role" && /\p{Script=Hebrew}/u.test(block.text)),
  );
  return hebrew ? "he-IL" : "ar-SA";
}

const tags: Record<LanguageCode, string> = {
  en: "en-US",
  fr: "fr-FR",
  es: "es-ES",
  pt: "pt-PT",
  it: "it-IT",
  de: "de-DE",
  hi: "hi-IN",
  zh: "zh-CN",
};

/** The first words of a line that name what follows: "Environment: Java", "Languages: C#". */
export function leadOf(text: string): { lead: string; rest: string } | null {
  const lead = /^[^:：]{2,40}[:：](?=\s*\S)/u.exec(text)?.[0];
  return lead && !/https?$/i.test(lead.slice(0, -1)) ? { lead, rest: text.slice(lead.length) } : null;
}

/** The pieces of a line of contacts, each with the address that a click on it leads to. */
export function linkedPieces(text: string): { text: string; address: string | null }[] {
  const pieces = text.split(/([^\s|,;()<>]+)/u).filter((piece) => piece !== "");
  const linked: { text: string; address: string | null }[] = [];
  for (const piece of pieces) {
    const address = addressOf(piece);
    const before = linked.at(-1);
    if (address === null && before?.address === null) before.text += piece;
    else linked.push({ text: piece, address });
  }
  return linked;
}

function addressOf(word: string): string | null {
  if (/^[^@\s]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(word)) return `mailto:${word}`;
  if (/^https?:\/\/[\w.-]+\.\w{2,}/i.test(word)) return word;
  if (/^(?:www\.[\w-]+\.\w{2,}|(?:[\w-]+\.)+[a-z]{2,}\/\S)/i.test(word)) return `https://${word}`;
  return null;
}

/** A short description between a header and the first bullet stays with both; `first` is the place of that bullet, or -1. */
export const introduces = ({ text }: RebuiltText, at: number, first: number): boolean =>
  at < first && text.length < 300;
