import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import type { TextLine } from "./clean-text";
import { needIn, speaksOfNice } from "./need-words";
import { headingKind, labelledValues, type LabelKind } from "./labels";
import type { Evidence, RequiredSkill } from "./requirement";

interface Mention {
  evidence: Evidence;
  /** What the line, or the heading above it, says of the skill. */
  context: "asked" | "told" | "nice" | "title" | "unwanted";
  years: number | null;
}

/**
 * The skills of a requirement. One is nice to have where every mention of it says so, else it is a must. `titleAt` is the range of the title.
 * `aside` are lines that are not read.
 */
export function requiredSkills(
  text: string,
  lines: readonly TextLine[],
  aside: ReadonlySet<number>,
  titleAt: Evidence | null,
  own: readonly OwnTechnology[],
): RequiredSkill[] {
  const sections = sectionsOf(lines);
  const mentions = new Map<string, Mention[]>();
  const needs = needsOf(lines);
  let index = 0;
  for (const { technology, at, length } of findTechnologies(text, own)) {
    while (index + 1 < lines.length && lines[index + 1]!.at <= at) index++;
    const line = lines[index]!;
    const inTitle = titleAt !== null && at >= titleAt.at && at + length <= titleAt.at + titleAt.length;
    if (aside.has(index) && !inTitle) continue;
    const from = at - line.at;
    const mention: Mention = {
      evidence: { line: line.number, at, length },
      context: inTitle ? "title" : contextOf(line.text, [from, from + length], sections[index]!, needs(index)),
      years: inTitle ? null : yearsFor(line.text, from, from + length),
    };
    mentions.set(technology, [...(mentions.get(technology) ?? []), mention]);
  }
  // What is told not to be wanted, or offered in return, counts only where it is asked for besides.
  const wanted = [...mentions].flatMap(([technology, list]) => {
    const kept = list.filter(({ context }) => context !== "unwanted");
    return kept.length === 0 ? [] : [[technology, kept] as const];
  });
  const asks = wanted.some(([, list]) => list.some(({ context }) => context === "asked"));
  return wanted
    .map(([technology, list]) => skillOf(technology, list, asks))
    .sort((a, b) => b.weight - a.weight || a.evidence[0]!.at - b.evidence[0]!.at);
}

function skillOf(technology: string, mentions: readonly Mention[], asks: boolean): RequiredSkill {
  const need = mentions.every(({ context }) => context === "nice") ? "nice" : "must";
  const years = Math.max(0, ...mentions.map(({ years }) => years ?? 0)) || null;
  return {
    technology,
    need,
    years,
    weight: weightOf({
      need,
      told: asks && !mentions.some(({ context }) => context === "asked" || context === "title"),
      inTitle: mentions.some(({ context }) => context === "title"),
      mentions: mentions.length,
      years,
    }),
    evidence: mentions.map(({ evidence }) => evidence),
  };
}

/**
 * What a skill weighs, 0.4 to 2.2: 1 for a must, 0.7 where a list of musts exists and only the description tells of it, 0.4 for nice to have;
 * 0.5 more in the title; 0.1 for each further mention, at most 0.3; 0.05 for each year wanted, at most 0.4. A nice-to-have stays below
 * every must.
 */
export function weightOf(skill: {
  need: "must" | "nice";
  told: boolean;
  inTitle: boolean;
  mentions: number;
  years: number | null;
}): number {
  const base = skill.need === "nice" ? 0.4 : skill.told ? 0.7 : 1;
  const more = Math.min(0.3, (skill.mentions - 1) * 0.1) + Math.min(0.4, (skill.years ?? 0) * 0.05);
  const weight = skill.need === "nice" ? base + more * 0.4 : base + more + (skill.inTitle ? 0.5 : 0);
  return Math.round(weight * 100) / 100;
}

type Section = "must" | "nice" | "duties" | "offer" | null;

/** What is given in return is not asked for. */
const offers =
  /^[^\p{L}]*(?:our |the |your |unsere |nos |nuestros )?(?:perks|benefits|perks (?:and|&) benefits|benefits (?:and|&) perks|what we offer|we offer|what(?:'s| is) in it for you|what you(?:['’]ll| will)? get|why join us|wir bieten|das bieten wir|unser angebot|vorteile|ofrecemos|qué ofrecemos|beneficios|offriamo|cosa offriamo|benefit|oferecemos|benefícios|nous offrons|ce que nous offrons|avantages|nos avantages)[^\p{L}]*$/iu;
const item = /^\s*(?:[•·●▪➢*–—-]|\d{1,2}[.)])/u;

/** The heading that each line stands under. An empty line alone ends nothing. */
function sectionsOf(lines: readonly TextLine[]): Section[] {
  let section: Section = null;
  return lines.map(({ text }, index) => {
    // An offer is a list, or the lines up to the next empty one.
    const above = lines[index - 1]?.text ?? "";
    if (section === "offer" && (text.trim() === "" || (item.test(above) && !item.test(text)))) section = null;
    if (offers.test(text)) return (section = "offer");
    const kind = headingKind(text) ?? leadingKind(text);
    if (kind === "must" || kind === "nice" || kind === "duties") section = kind;
    return section;
  });
}

/** "Preferred skills we would love to see:" heads as well as "Preferred skills:" does. */
function leadingKind(text: string): LabelKind | null {
  if (!/[:：]\s*$/.test(text) || text.length > 80) return null;
  return speaksOfNice(text)
    ? "nice"
    : /\b(?:require\w*|must|mandatory|qualif\w+|skills|anforderungen|requisit\w+|compétences)\b/iu.test(text)
      ? "must"
      : null;
}

interface NeedLabel {
  kind: LabelKind;
  /** Where in the line what it says begins. */
  at: number;
}

/** The labels "must have" and "nice to have" of a line, read once. */
function needsOf(lines: readonly TextLine[]): (index: number) => readonly NeedLabel[] {
  const read = new Map<number, NeedLabel[]>();
  return (index) => {
    const known = read.get(index);
    if (known) return known;
    const needs = labelledValues([{ ...lines[index]!, at: 0 }])
      .filter(({ kind }) => kind === "must" || kind === "nice")
      .map(({ kind, evidence }) => ({ kind, at: evidence.at }));
    read.set(index, needs);
    return needs;
  };
}

function contextOf(
  line: string,
  [at, end]: readonly [number, number],
  section: Section,
  needs: readonly NeedLabel[],
): Mention["context"] {
  const label = needs.findLast((need) => need.at <= at)?.kind;
  const range = sentenceRange(line, at);
  const need = needIn(line.slice(range.from, range.to), at - range.from, end - range.from);
  if (need === "unwanted" || section === "offer") return "unwanted";
  if (label === "nice" || need === "nice") return "nice";
  if (label === "must" || need === "must") return "asked";
  if (section === "nice") return "nice";
  if (need === "mixed") return "asked";
  return section === "must" ? "asked" : "told";
}

/** A sentence is not looked at further than this from the skill in it. */
const farthest = 300;

/** Where the sentence or bullet begins and ends that an offset stands in. "e.g." and ".NET" end none. */
function sentenceRange(line: string, at: number): { from: number; to: number } {
  const begin = Math.max(0, at - farthest);
  let from = begin;
  for (const match of line.slice(begin, at + farthest).matchAll(sentenceEnd)) {
    const end = begin + match.index + match[0].length;
    if (end > at) return { from, to: begin + match.index };
    from = end;
  }
  return { from, to: Math.min(line.length, at + farthest) };
}

const sentenceEnd = /(?<!\b(?:e\.g|i\.e|etc|incl|z\.B))[.;!?](?=\s+[\p{Lu}•\d])|•|。|；/gu;

const year = "(?:years?|yrs?\\.?|jahren?|ans|années|años|anni|anos|年|वर्ष)";
const span = new RegExp(
  `(?<![\\d.$€£])(\\d{1,2})(?:\\s*(?:-|–|to|bis|à|a)\\s*\\d{1,2})?\\s*(?:\\+|plus|or more)?\\s*(?:\\)\\s*)?${year}(?![\\p{L}])`,
  "giu",
);
const behind = new RegExp(
  `^[\\s(:–—-]{0,4}(?:(?:with|minimum|min\\.?|at least|exp\\w*|mind\\w*\\.?)\\s+)?(?:of\\s+)?(\\d{1,2})(?:\\s*(?:-|–|to|bis)\\s*\\d{1,2})?\\s*\\+?\\s*${year}(?![\\p{L}])(?!\\s+(?:of|in|with|experience (?:in|with)))`,
  "iu",
);

/** Years wanted of the skill at a place: "Java (5+ years)", else the last number of years before it in the sentence. */
function yearsFor(line: string, from: number, to: number): number | null {
  const direct = behind.exec(line.slice(to, to + 80));
  if (direct) return sensible(Number(direct[1]));
  const before = line.slice(sentenceRange(line, from).from, from);
  const spans = [...before.matchAll(span)];
  const last = spans.at(-1);
  if (!last) return null;
  // "6 years Python, 3 years Django, AWS": where each has its own, one without has none.
  if (spans.length > 1 && before.slice(last.index + last[0].length).includes(",")) return null;
  // "Java (5 years), SQL": what stands in brackets belongs to the skill before them.
  if (
    /\(\s*$/.test(before.slice(0, last.index)) ||
    (/[:–—-]\s*$/.test(before.slice(0, last.index)) && /^\s*[,;|]/.test(before.slice(last.index + last[0].length)))
  )
    return null;
  return sensible(Number(last[1]));
}

const sensible = (years: number): number | null => (years >= 1 && years <= 40 ? years : null);

/** Years of experience in all, stated without a skill. */
export function yearsInAll(text: string): { value: number; at: number; length: number } | null {
  const match = new RegExp(span.source, "iu").exec(text);
  const value = match ? sensible(Number(match[1])) : null;
  return match && value !== null ? { value, at: match.index, length: match[0].length } : null;
}
