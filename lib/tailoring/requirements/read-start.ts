import { foldCase, MONTHS } from "@/lib/resumes/reading/months";
import type { Start } from "./requirement";

const soon =
  /\basap\b|\ba\.s\.a\.p|immediate(?:ly)?|as soon as possible|right away|ab sofort|sofort|nächstmöglich|dès que possible|immédiat\w*|au plus vite|inmediat\w*|lo antes posible|subito|immediat[oa]|al più presto|imediat\w*|o quanto antes|立即|尽快|तुरंत/iu;
const monthNames = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|");
const numbers =
  /(?<!\d)(?:(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|(?<a>\d{1,2})(?<sign>[-/.])(?<b>\d{1,2})[-/.](?<c>20\d\d))(?!\d)/u;
const named = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<d1>[0-3]?\\d)(?:st|nd|rd|th|\\.|º)?\\s*(?:of |de )?(?<m1>${monthNames})\\.?,?\\s*(?:de )?(?<y1>20\\d\\d)|(?<m2>${monthNames})\\.?\\s*(?<d2>[0-3]?\\d)(?:st|nd|rd|th)?,?\\s*(?<y2>20\\d\\d))(?!\\d)`,
  "iu",
);

/** Reads when the work begins. Null where the text says neither a date nor that it is urgent. */
export function readStart(text: string): Start | null {
  const asap = soon.test(text);
  const date = dateIn(text);
  return asap || date !== null ? { asap, date } : null;
}

function dateIn(text: string): string | null {
  const name = named.exec(foldCase(text))?.groups;
  if (name) return isoOf(name.y1 ?? name.y2, MONTHS.get((name.m1 ?? name.m2)!), name.d1 ?? name.d2);
  const digits = numbers.exec(text)?.groups;
  if (!digits) return null;
  if (digits.y !== undefined) return isoOf(digits.y, Number(digits.m), digits.d);
  const first = Number(digits.a);
  const second = Number(digits.b);
  // A point parts day and month where people write the day first; a stroke may be either.
  if (digits.sign === "." || first > 12) return isoOf(digits.c, second, digits.a);
  if (second > 12 || first === second) return isoOf(digits.c, first, digits.b);
  return null;
}

function isoOf(year: string | undefined, month: number | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  const iso = date.toISOString().slice(0, 10);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day) ? iso : null;
}
