import type { Workplace } from "./requirement";

/** Some days here and some there are hybrid too. */
const days =
  "\\d\\s?(?:days?|tage?|jours?|días|giorni|dias)\\b.{0,20}(?:remote|home|office|on[ -]?site|vor ort|télétravail|sur site|presencial|remot|sede)";
const hybrid = new RegExp(`hybrid\\w*|híbrid[oa]|ibrid[oa]|混合|हाइब्रिड|${days}`, "iu");
const remote =
  /(?<!\b(?:no|not|non)[ -])(?:\bremote\b|home[ -]?office|work from home|\bwfh\b|télétravail|\bremoto\b|\bremota\b|teletrabajo|teletrabalho|smart working|da remoto|远程|रिमोट)/iu;
const onsite =
  /\bon[ -]?site\b|\bin[ -]office\b|\bvor ort\b|\bsur (?:site|place)\b|\bpresencial\b|\bin (?:sede|presenza)\b|\bno remote\b|\bnot remote\b|现场|ऑनसाइट/iu;

/** Where people work, by the words for it. Remote and on site together are hybrid. */
export function readWorkplace(text: string): { value: Workplace; at: number; length: number } | null {
  const mixed = hybrid.exec(text);
  const away = remote.exec(text);
  const there = onsite.exec(text);
  const found = mixed ?? (away && there ? (away.index < there.index ? away : there) : (away ?? there));
  if (!found) return null;
  const value = mixed || (away && there) ? "hybrid" : away ? "remote" : "onsite";
  return { value, at: found.index, length: found[0].length };
}

/** What a labelled place says besides the place: how to work, who may apply. */
const beside =
  /\s*(?:[([{|;•]|\s[-–—/]\s*(?=\p{L}*\s*(?:remote|remot[oa]|hybrid|híbrid|ibrid|presencial|home|on[ -]?site|vor ort|office|day|no\b|need|must|local|\d))|,\s*\d\s?(?:days?|tage|jours|días|giorni)\b|,\s*(?:\d{1,3}\s?%\s*)?(?=(?:remote|remot[oa]|hybrid\w*|híbrid[oa]|on[ -]?site|local\w*|must|need)\b)|\b(?:hybrid|remote|on[ -]?site|onsite|locals?|only locals?|day ?1|day one|initially|must be)\b).*$/iu;

/** The place in a labelled value, as a range of it; null where only a way of working is named. */
export function placeIn(value: string): { at: number; length: number } | null {
  const lead =
    /^(?:\s*(?:100\s?%|fully|hybrid|remote|on[ -]?site|onsite|vor ort|sur site|presencial|day 1)[\s,/()|–—-]*(?:in|at|from|with|-)?\s*)*/iu.exec(
      value,
    )![0].length;
  const rest = value.slice(lead);
  const body = rest.replace(beside, "").replace(/[\s,.;:–—)-]+$/u, "");
  if (body.trim() === "" || !/[\p{L}\p{M}]{2}/u.test(body) || body.length > longestPlace) return null;
  return { at: lead, length: body.length };
}

const longestPlace = 80;

const states =
  "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|ON|QC|BC|AB|MB|NS";
const town = new RegExp(
  `(?<![\\p{L}\\d])(\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}),\\s?(?:${states})(?![\\p{L}\\d])`,
  "u",
);

/** A town with the letters of its state, anywhere in a text. */
export function townIn(text: string): { at: number; length: number } | null {
  const match = town.exec(text);
  if (!match) return null;
  const spare = /^(?:in|at|from|for|to|the|location|based)\s+/i.exec(match[0])?.[0].length ?? 0;
  return { at: match.index + spare, length: match[0].length - spare };
}
