import { headingWords } from "@/lib/resumes/reading/headings";
import { isPrivateUse } from "@/lib/resumes/reading/typed-bullets";
import type { ResumeParagraph, ResumeReading } from "@/lib/resumes/types";
import { estimatedPages } from "./estimated-pages";
import type { LayoutFacts } from "./layout-facts";
import { severities, type LayoutWarningCode, type Severity } from "./severities";

export interface LayoutWarning {
  code: LayoutWarningCode;
  severity: Severity;
  /** Where, as {@link ResumeParagraph.index}; empty where it is the whole file. */
  paragraphs: number[];
  /** The figure or the names behind it, such as pages or fonts, for "(5)" or "(Comic Sans MS)" behind what is said. */
  detail: string | null;
}

export interface LayoutLimits {
  /** More pages than this are many. Contractors send three to five, and nobody agrees on a number: our choice. */
  pages: number;
  /** Points. Advice says 10 to 12; one point less is common to save a page and reads well, so our limit lies below it. */
  textSize: number;
  /** Share of the letters in small type, or in an unusual font, that is worth a warning: a line of a page. Our choice. */
  share: number;
}

export const usualLimits: LayoutLimits = { pages: 4, textSize: 9, share: 0.03 };

/**
 * What may keep an applicant-tracking system from reading a resume as a person does. Says nothing about how well it fits a job, and no score
 * counts it. Worst first, each once, with all the places. What `facts` does not know is not warned of.
 */
export function layoutWarnings(
  reading: ResumeReading,
  facts: LayoutFacts,
  limits: LayoutLimits = usualLimits,
): LayoutWarning[] {
  const paragraphs = reading.paragraphs.filter(({ copy, text }) => copy !== "fallback" && hasWords(text));
  const found: LayoutWarning[] = [];
  const warn = (code: LayoutWarningCode, when: boolean | readonly number[], detail: string | null = null): void => {
    const places = typeof when === "boolean" ? [] : [...new Set(when)];
    if (when === false || (when !== true && places.length === 0)) return;
    found.push({ code, severity: severities[code], paragraphs: places, detail });
  };
  const where = (test: (paragraph: ResumeParagraph) => boolean): number[] =>
    paragraphs.filter(test).map(({ index }) => index);

  warnOfContacts(reading, paragraphs, warn);
  warn("hidden-text", facts.hidden);
  warn("tracked-changes", facts.trackedChanges);
  warn("comments", facts.comments > 0, String(facts.comments));
  const boxed = new Set(facts.textBoxes);
  warn(
    "text-boxes",
    where(({ index }) => boxed.has(index)),
  );
  warnOfTables(reading, where, warn);
  warn("columns", facts.columns);
  warn("pictures", facts.pictures);
  warnOfHeadings(reading, warn);
  warn(
    "unreadable-dates",
    reading.roles.filter(({ period }) => period?.start == null).flatMap((role) => role.headerParagraphs.slice(0, 1)),
  );
  // Every bullet of a PDF is painted, so only its sign can be wrong.
  const symbol = ({ list }: ResumeParagraph): boolean =>
    list?.source === "symbol" || (list?.source === "typed" && isPrivateUse(list.marker));
  warn("symbol-bullets", where(symbol));
  if (reading.format === "docx")
    warn(
      "typed-bullets",
      where((one) => one.list?.source === "typed" && !symbol(one)),
    );
  const small = paragraphs.filter(({ size }) => size !== null && size < limits.textSize);
  warn("small-text", lettersIn(small) > lettersIn(paragraphs) * limits.share && small.map(({ index }) => index));
  const fonts = facts.fonts.filter(({ name, share, embedded }) => share > limits.share && !embedded && !isCommon(name));
  warn("unusual-fonts", fonts.length > 0, fonts.map(({ name }) => name).join(", "));
  const pages = facts.pages ?? estimatedPages(reading);
  warn("many-pages", pages > limits.pages, String(pages));
  warn("file-name", isOddName(facts.fileName, reading.contacts.name), facts.fileName);
  const order: Severity[] = ["high", "medium", "low"];
  return found.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

type Warn = (code: LayoutWarningCode, when: boolean | readonly number[], detail?: string | null) => void;

/** Contacts that the reading has from headers, footers or addresses of links only. */
function warnOfContacts({ contacts }: ResumeReading, paragraphs: readonly ResumeParagraph[], warn: Warn): void {
  const text = paragraphs.map((paragraph) => paragraph.text.toLowerCase()).join("\n");
  const digits = text.replace(/[^\d\n]/g, "");
  const missing = [
    contacts.emails.length > 0 && !contacts.emails.some((mail) => text.includes(mail.toLowerCase())),
    contacts.phones.length > 0 && !contacts.phones.some((phone) => digits.includes(phone.replace(/\D/g, ""))),
  ];
  warn("contacts-outside-text", missing.includes(true));
  warn("no-mail", contacts.emails.length === 0);
  warn("no-phone", contacts.phones.length === 0);
}

function warnOfTables(
  { roles, sections }: ResumeReading,
  where: (test: (paragraph: ResumeParagraph) => boolean) => number[],
  warn: Warn,
): void {
  const cells = where(({ container }) => container === "cell");
  const parts = new Set(roles.flatMap(({ headerParagraphs, bullets }) => [...headerParagraphs, ...bullets]));
  const headings = new Set(sections.map(({ heading }) => heading));
  const ofRoles = cells.filter((index) => parts.has(index));
  warn("roles-in-tables", ofRoles);
  // A table that holds headings gives the page its shape, too.
  if (ofRoles.length === 0) warn(cells.some((index) => headings.has(index)) ? "columns" : "tables", cells);
}

function warnOfHeadings({ sections, roles }: ResumeReading, warn: Warn): void {
  const unknown = sections.filter(({ title }) => headingWords(title.replace(/\s+/g, " ").trim()) === null);
  warn(
    "unusual-headings",
    unknown.map(({ heading }) => heading),
    unknown.length > 0 ? unknown.map(({ title }) => title).join(", ") : null,
  );
  const headed = sections.some(({ kind }) => kind === "experience" || kind === "projects");
  warn(
    "no-experience-heading",
    roles.length > 0 && !headed && roles.slice(0, 1).flatMap((role) => role.headerParagraphs),
  );
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const lettersIn = (paragraphs: readonly ResumeParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

/** Fonts that come with Windows, macOS or Office, and those that other programs put in their places with the same widths. */
const common =
  /^(?:arial|helvetica|calibri|cambria|candara|constantia|corbel|consolas|times|georgia|garamond|verdana|tahoma|trebuchet|century|book antiqua|bookman|palatino|gill sans|franklin gothic|segoe ui|aptos|courier|lucida|liberation|carlito|caladea|arimo|tinos|roboto|open sans|noto|source sans|symbol|wingdings|ms |mangal|nirmala|kokila|simsun|simhei|microsoft yahei|yu |malgun|batang|gulim|pmingliu|mingliu|dengxian|宋体|黑体|微软雅黑)/i;

const isCommon = (name: string): boolean => common.test(name.trim());

/** Longer names are cut by upload forms. Our choice, well below what file systems take. */
const longestName = 80;

/** A name with no word of the person's in it, or with signs that are cut or escaped on the way. */
function isOddName(fileName: string, person: string | null): boolean {
  const base = fileName.replace(/\.[a-z]{1,5}$/i, "");
  if (base.length > longestName || /[^\p{L}\p{M}\p{N} ._'’()&+,-]/u.test(base)) return true;
  const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain(person ?? "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  return words.length > 0 && !words.some((word) => plain(base).includes(word));
}
