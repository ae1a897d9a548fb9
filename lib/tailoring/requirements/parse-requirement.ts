import { detectLanguage } from "@/lib/resumes/reading/language";
import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { cleanText, linesOf, type TextLine } from "./clean-text";
import { labelledValues, trimmed, type Labelled, type LabelKind } from "./labels";
import { mailPartsOf, type MailParts } from "./mail";
import { readContact } from "./read-contact";
import { placeIn, readWorkplace, townIn } from "./read-place";
import { readRate } from "./read-rate";
import { readStart } from "./read-start";
import { labelledTitle, titleIn, titleInSentence } from "./read-title";
import { requiredSkills, yearsInAll } from "./required-skills";
import { knownTownIn } from "./towns";
import type { Evidence, Found, ReadRequirement } from "./requirement";

const none: readonly OwnTechnology[] = [];

/**
 * Reads a requirement from typed text, a pasted mail or the text of a file. Labels count most ("Location:"), then the subject and the place in
 * the text; what is not said stays null. Never throws. `own` are the organisation's technologies, as in findTechnologies.
 */
export function parseRequirement(raw: string, own: readonly OwnTechnology[] = none): ReadRequirement {
  const text = cleanText(raw);
  const lines = linesOf(text);
  const mail = mailPartsOf(lines);
  const labelled = labelledValues(lines).filter(({ index }) => !mail.aside.has(index) || inSignature(mail, index));
  const body = lines.filter((_, index) => !mail.aside.has(index) && index > (mail.from?.index ?? -1));
  const source: Source = { text, lines, body, labelled, mail };
  const title = readTitle(source);
  const { company, ...contact } = readContact(text, lines, labelled, mail);
  const place = readPlace(source);
  return {
    text,
    language: detectLanguage(body.map((line) => line.text)),
    title,
    client: readClient(source),
    vendor: valueOf(source, "vendor", 0.9, longestName) ?? company,
    contact,
    place,
    workplace: readMode(source),
    duration: readDuration(source),
    rate: readPay(source),
    start: readBeginning(source),
    authorisation: readAuthorisation(source),
    experience: readExperience(source, own),
    skills: requiredSkills(text, lines, mail.aside, title?.evidence ?? null, own),
  };
}

interface Source {
  text: string;
  lines: readonly TextLine[];
  /** Lines without those of the mail around. */
  body: readonly TextLine[];
  labelled: readonly Labelled[];
  mail: MailParts;
}

const inSignature = (mail: MailParts, index: number): boolean =>
  mail.signatures.some(({ from, to }) => index >= from && index < to);

const longestName = 80;
/** What stands where somebody did not want to say. */
const untold =
  /^(?:confidential|undisclosed|tb[ad]\b.*|n\/?a|none|unknown|vertraulich|confidentiel|confidencial|riservato|-+)$/iu;

/** A labelled value that is short enough to be one. In signatures only ways to reach somebody are labelled. */
function valuesOf({ labelled, mail }: Source, kind: LabelKind, most: number): Labelled[] {
  return labelled.filter(
    (one) => one.kind === kind && one.value !== "" && one.value.length <= most && !inSignature(mail, one.index),
  );
}

function valueOf(source: Source, kind: LabelKind, confidence: number, most: number): Found<string> | null {
  const first = valuesOf(source, kind, most).find(({ value }) => !untold.test(value));
  return first ? { value: first.value, confidence, evidence: first.evidence } : null;
}

const found = <T>(value: T, confidence: number, line: TextLine, at: number, length: number): Found<T> => ({
  value,
  confidence,
  evidence: { line: line.number, at: line.at + at, length },
});

const within = (evidence: Evidence, at: number, length: number): Evidence => ({
  ...evidence,
  at: evidence.at + at,
  length,
});

function readTitle(source: Source): Found<string> | null {
  for (const { value, evidence } of valuesOf(source, "title", 140)) {
    const inside = titleIn(value);
    if (inside)
      return {
        value: value.slice(inside.at, inside.at + inside.length),
        confidence: 0.95,
        evidence: within(evidence, inside.at, inside.length),
      };
  }
  for (const { label, value, evidence } of valuesOf(source, "title", 140)) {
    const whole = /^(?:requirement|job|opening|we need|gesucht)$/.test(label) ? null : labelledTitle(value);
    if (whole)
      return { value: value.slice(0, whole.length), confidence: 0.7, evidence: within(evidence, 0, whole.length) };
  }
  const { subject } = source.mail;
  const inSubject = subject ? titleIn(subject.value) : null;
  if (subject && inSubject)
    return found(
      subject.value.slice(inSubject.at, inSubject.at + inSubject.length),
      0.85,
      source.lines[subject.index]!,
      subject.from + inSubject.at,
      inSubject.length,
    );
  for (const line of source.body) {
    const inside = titleInSentence(line.text);
    if (inside)
      return found(line.text.slice(inside.at, inside.at + inside.length), 0.7, line, inside.at, inside.length);
  }
  // The first line of a description often is the title, and nothing else.
  const first = source.body.find(({ text }) => text.trim() !== "");
  const inside = first && first.text.length <= 120 ? titleIn(first.text) : null;
  return first && inside
    ? found(first.text.slice(inside.at, inside.at + inside.length), 0.6, first, inside.at, inside.length)
    : null;
}

const ourClient =
  /(?<!\p{L})(?:(?:[Oo]ur|[Mm]y|[Tt]he|[Dd]irect|[Ee]nd)\s+(?:direct |end )?(?:client|customer)|[Uu]nser(?:en?|em)? Kunden?|[Nn]otre client|[Nn]uestro cliente|[Ii]l nostro cliente|[Nn]osso cliente),?\s+(?:(?:is|ist|est|es|è|é)\s+)?(\p{Lu}[\p{L}\d&.'’-]*(?: (?:\p{Lu}[\p{L}\d&.'’-]*|of|and|&)){0,4})/u;

function readClient(source: Source): Found<string> | null {
  const labelled = valueOf(source, "client", 0.9, longestName);
  if (labelled) return labelled;
  for (const line of source.body) {
    const match = ourClient.exec(line.text);
    const name = match?.[1]?.replace(/\s(?:of|and|&)$|[.,]+$/u, "");
    if (match && name) return found(name, 0.6, line, match.index + match[0].indexOf(name), name.length);
  }
  return valueOf(source, "company", 0.6, longestName);
}

function readPlace(source: Source): Found<string> | null {
  for (const { value, evidence } of valuesOf(source, "place", 160)) {
    const inside = placeIn(value);
    if (inside)
      return {
        value: value.slice(inside.at, inside.at + inside.length),
        confidence: 0.9,
        evidence: within(evidence, inside.at, inside.length),
      };
  }
  const { subject } = source.mail;
  const lines = [...(subject ? [source.lines[subject.index]!] : []), ...source.body];
  for (const [townOf, confidence] of [
    [townIn, 0.6],
    [knownTownIn, 0.5],
  ] as const)
    for (const line of lines) {
      const town = townOf(line.text);
      if (town) return found(line.text.slice(town.at, town.at + town.length), confidence, line, town.at, town.length);
    }
  return null;
}

function readMode(source: Source): ReadRequirement["workplace"] {
  for (const { value, evidence } of [...valuesOf(source, "workplace", 160), ...valuesOf(source, "place", 160)]) {
    const mode = readWorkplace(value);
    if (mode) return { value: mode.value, confidence: 0.9, evidence: within(evidence, mode.at, mode.length) };
  }
  for (const line of source.body) {
    // "Remote: yes" says it by its label.
    const mode = readWorkplace(line.text);
    if (mode && /\bremote\s*[:：]\s*(?:no|nein|non)\b/iu.test(line.text))
      return found("onsite", 0.8, line, mode.at, mode.length);
    if (mode) return found(mode.value, 0.6, line, mode.at, mode.length);
  }
  const { subject } = source.mail;
  const mode = subject ? readWorkplace(subject.value) : null;
  return subject && mode
    ? found(mode.value, 0.7, source.lines[subject.index]!, subject.from + mode.at, mode.length)
    : null;
}

const unit =
  "(?:months?|mos?\\b|weeks?|years?|monate?n?|wochen|jahre?n?|mois|semaines|meses|semanas|mesi|settimane|个月|महीने)";
const length = new RegExp(
  `(?<=\\b(?:dauer|duration|durée|duración|durata|duração|laufzeit):?\\s{0,3})\\d{1,2}\\s*\\+?[ -]*${unit}|(?<![\\d.])(?:\\d{1,2}\\s*(?:-|–|to|bis|à)\\s*)?\\d{1,2}\\s*\\+?[ -]*${unit}\\+?(?:\\s*(?:contract|project|engagement|assignment|c2h|projekt|vertrag)|(?=.{0,12}(?:contract|extension|extend|c2c|w2|verlängerung)))`,
  "iu",
);
const kinds =
  /\blong[ -]term\b|\bshort[ -]term\b|\bfull[ -]time\b|\bpermanent\b|\bcontract[ -]to[ -]hire\b|\bdirect hire\b|\bfestanstellung\b|\bunbefristet\b|\bCDI\b|\bCDD\b|\bindefinido\b|\btempo indeterminato\b|\bCLT\b/iu;

function readDuration(source: Source): Found<string> | null {
  const stated = valuesOf(source, "duration", 100).find(
    ({ value }) =>
      /\p{L}/u.test(value) &&
      (/\d/.test(value) || kinds.test(value) || /contract|ongoing|open|temporary|freelance/i.test(value)),
  );
  if (stated) return { value: stated.value, confidence: 0.9, evidence: stated.evidence };
  const { subject } = source.mail;
  for (const pattern of [length, kinds])
    for (const line of [...(subject ? [source.lines[subject.index]!] : []), ...source.body]) {
      const match = pattern.exec(line.text);
      if (match) return found(match[0].trim(), 0.6, line, match.index, match[0].trim().length);
    }
  return null;
}

function readPay(source: Source): ReadRequirement["rate"] {
  for (const { label, value, evidence } of valuesOf(source, "rate", 160)) {
    const rate = readRate(value, label);
    if (rate) return { value: rate.rate, confidence: 0.9, evidence: within(evidence, rate.at, rate.length) };
  }
  for (const line of source.body) {
    const rate = /[$€£₹]|\d\s?(?:k\b|lpa\b|lakh)|\b(?:usd|eur|gbp|inr|chf|cad|aud|brl|r\$)\b|元/iu.test(line.text)
      ? readRate(line.text, null)
      : null;
    if (rate) return found(rate.rate, 0.7, line, rate.at, rate.length);
  }
  return null;
}

function readBeginning(source: Source): ReadRequirement["start"] {
  for (const { value, evidence } of valuesOf(source, "start", 100)) {
    const start = readStart(value);
    if (start) return { value: start, confidence: 0.9, evidence };
  }
  for (const line of source.body) {
    const match =
      /\b(?:start\w*|join\w*|begin\w*|available|beginn\w*|démarr\w*|incorpora\w*|inizi\w*|iníci\w*)\b.{0,30}|\bab sofort\b|\bzum nächstmöglichen\b|\bimmediate(?:ly)? (?:joiner|start|available)\w*/iu.exec(
        line.text,
      );
    const start = match ? readStart(match[0]) : null;
    if (match && start) return found(start, 0.6, line, match.index, match[0].trimEnd().length);
  }
  return null;
}

const permission =
  /\b(?:US citizens?|USC|green ?card|GC[- ]?EAD|GC\b|H-?1-?B|H4|EAD\b|OPT\b|CPT\b|TN visa|work (?:permit|authori[sz]ation)|authori[sz]ed to work|right to work|visa|sponsorship|security clearance|clearance|EU citizens?|arbeitserlaubnis|permis de travail|permiso de trabajo|permesso di lavoro)\b/iu;

function readAuthorisation(source: Source): Found<string> | null {
  const stated = valueOf(source, "authorisation", 0.9, 160);
  if (stated) return stated;
  for (const line of source.body) {
    const match = permission.exec(line.text);
    if (!match) continue;
    const from = Math.max(
      0,
      ...[...line.text.slice(0, match.index).matchAll(/[.;|•!?]\s|[|•]/g)].map(({ index }) => index + 1),
    );
    const rest = /[.;|•!?](?:\s|$)/.exec(line.text.slice(match.index));
    const evidence = trimmed(line, from, rest ? match.index + rest.index : line.text.length);
    if (evidence.length > 200) continue;
    return { value: source.text.slice(evidence.at, evidence.at + evidence.length), confidence: 0.6, evidence };
  }
  return null;
}

function readExperience(source: Source, own: readonly OwnTechnology[]): Found<number> | null {
  for (const { value, evidence } of valuesOf(source, "experience", 120)) {
    const years = yearsInAll(/^\d{1,2}\s*\+?$/.test(value) ? `${value} years` : value);
    if (years)
      return {
        value: years.value,
        confidence: 0.85,
        evidence: within(evidence, years.at, Math.min(years.length, value.length)),
      };
  }
  for (const line of source.body) {
    const match = /\b\d{1,2}\s*\+?\s*(?:years?|yrs)\b.{0,40}\bexperience/iu.exec(line.text);
    const years = match && findTechnologies(line.text, own).length === 0 ? yearsInAll(match[0]) : null;
    if (match && years) return found(years.value, 0.6, line, match.index + years.at, years.length);
  }
  return null;
}
