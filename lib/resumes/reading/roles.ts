import { SURE_ENOUGH, type Evidence, type ResumeRole } from "../types";
import type { Field } from "./fields";
import { findHeaders, type Header } from "./headers";
import type { Line } from "./lines";
import { nameRole } from "./naming";
import { readParts, WORKED, type Part } from "./parts";
import { look } from "./heading-candidates";
import type { Section } from "./sections";
import { headsStudentWork, isInternship, isStudentWork, namesDegree, namesEmployer, titleWords } from "./words";

/** A stretch of lines in which roles are looked for. */
interface Zone {
  kind: "experience" | "projects" | "unknown" | "other";
  from: number;
  to: number;
}

interface Found {
  header: Header;
  zone: Zone;
  end: number;
  bullets: number[];
  environment: number | null;
  dutiesLabel: boolean;
  weight: number;
  evidence: Evidence[];
}

/** Finds the roles of a work history: where, when, as what, and which bullets belong to each. */
export function findRoles(
  lines: readonly Line[],
  fields: readonly (Field | null)[],
  sections: readonly Section[],
): ResumeRole[] {
  const parts = readParts(lines, fields);
  const zones = workZones(sections, lines);
  let found = zones.flatMap((zone) => rolesOfZone(lines, fields, parts, zone));
  const nothing = !found.some((role) => role.bullets.length > 0);
  const elsewhere = otherZones(sections, lines.length)
    .flatMap((zone) => rolesOfZone(lines, fields, parts, zone))
    .filter((role) => role.bullets.length > 0 && role.weight >= (nothing ? 0.5 : 0.65));
  const aside = elsewhere.filter((role) => role.zone.kind === "other" && !nothing);
  found.push(...elsewhere.filter((role) => !aside.includes(role)));
  // A text box of the margin may cut a work history in two: what goes on looks as before.
  const looks = new Set(found.map((role) => look(lines[role.header.from])));
  found.push(...aside.filter((role) => looks.has(look(lines[role.header.from]))));
  found.sort((a, b) => a.header.from - b.header.from);
  found = mergeEmployers(found, lines);
  adoptLooseDuties(found, lines, parts, zones);
  return keepTheDetailed(found, lines).map((role) => toRole(role, lines, fields));
}

function workZones(sections: readonly Section[], lines: readonly Line[]): Zone[] {
  const zones: Zone[] = [];
  for (const section of sections) {
    if ((section.kind !== "experience" && section.kind !== "projects") || section.student) continue;
    if (headsStudentWork(lines[section.from]?.text ?? "")) continue;
    // The heading may hold the first header itself ("Experience: Clerk at …").
    const shared = section.evidence.some((evidence) => evidence.cue === "text-after");
    zones.push({ kind: section.kind, from: section.from + (shared ? 0 : 1), to: section.to });
  }
  return zones;
}

/** Without a work history under a heading of its own, it may stand before the first heading or under one that says something else. */
function otherZones(sections: readonly Section[], end: number): Zone[] {
  const zones: Zone[] = [{ kind: "unknown", from: 0, to: sections[0]?.from ?? end }];
  for (const section of sections) {
    if (section.student || !["summary", "skills", "other"].includes(section.kind)) continue;
    zones.push({ kind: section.kind === "other" ? "other" : "unknown", from: section.from + 1, to: section.to });
  }
  return zones;
}

function rolesOfZone(
  lines: readonly Line[],
  fields: readonly (Field | null)[],
  parts: readonly Part[],
  zone: Zone,
): Found[] {
  const headers = findHeaders(lines, parts, zone.from, zone.to);
  if (headers.length === 0 && zone.kind === "experience") {
    const plain = plainHeader(lines, parts, zone);
    if (plain) headers.push(plain);
  }
  const found: Found[] = [];
  headers.forEach((header, position) => {
    const end = headers[position + 1]?.from ?? zone.to;
    const role = weigh(lines, parts, header, zone, end);
    if (role) found.push(role);
  });
  const [only] = found;
  // One job with all its duties is what such a section is for, also where nothing in its header is a sure sign.
  if (only && found.length === 1 && headers.length === 1 && zone.kind === "experience" && only.bullets.length >= 3) {
    const weight = Math.min(0.1, 1 - only.weight);
    only.evidence.push({ cue: "alone-under-heading", weight, paragraph: lines[only.header.from]?.paragraph ?? null });
    only.weight += weight;
  }
  return found;
}

/** A header without any date or label: a job title directly below the heading, with duties under it. */
function plainHeader(lines: readonly Line[], parts: readonly Part[], zone: Zone): Header | null {
  for (let at = zone.from; at < Math.min(zone.to, zone.from + 3); at++) {
    const part = parts[at];
    const line = lines[at];
    if (!part || !line || (part.kind !== "short" && part.kind !== "prose")) return null;
    const next = parts[at + 1];
    const opens = next !== undefined && at + 1 < zone.to && (next.kind === "item" || next.kind === "duties");
    const sentence = part.kind === "prose";
    if (sentence && !(opens && next.kind === "duties" && namesEmployer(line.text))) return null;
    if (opens && (sentence || part.weak.length > 0 || line.bold >= 0.6)) {
      return { from: at, to: at + 1, strong: new Set(), weak: new Set(part.weak) };
    }
  }
  return null;
}

function weigh(lines: readonly Line[], parts: readonly Part[], header: Header, zone: Zone, end: number): Found | null {
  const text = lines
    .slice(header.from, header.to)
    .map((line) => line.text)
    .join(" \n ");
  if (isStudentWork(text)) return null;
  if (namesDegree(text) && !header.weak.has("title") && !header.strong.has("title")) return null;
  takeInTitle(lines, parts, header, end);
  const { bullets, environment, dutiesLabel } = readDuties(lines, parts, header, end);
  const evidence: Evidence[] = [];
  let weight = 0;
  const add = (cue: string, value: number): void => {
    evidence.push({ cue, weight: value, paragraph: lines[header.from]?.paragraph ?? null });
    weight += value;
  };
  if (header.strong.has("dates")) add("dates", 0.3);
  if (header.strong.has("title")) add("labelled-title", 0.25);
  else if (header.weak.has("title")) add("job-title-words", 0.2);
  if (header.strong.has("company") || header.strong.has("client")) add("labelled-employer", 0.25);
  else if (header.weak.has("company")) add("employer-words", 0.15);
  if (header.strong.has("project")) add("labelled-project", 0.05);
  if (dutiesLabel) add("duties-label", 0.15);
  if (bullets.length > 0) add("bullets", 0.15);
  if (zone.kind === "experience") add("under-experience", 0.15);
  // A person says whether an internship counts.
  if (isInternship(text) && weight >= SURE_ENOUGH) add("internship", SURE_ENOUGH - 0.05 - Math.min(1, weight));
  const labelled = ["title", "company", "client"].some((sign) => header.strong.has(sign as "title"));
  const dated = header.strong.has("dates");
  if (zone.kind === "projects" && !labelled && !(dated && (bullets.length > 0 || dutiesLabel))) return null;
  if (
    (zone.kind === "unknown" || zone.kind === "other") &&
    !(dated && (labelled || header.weak.size > 0) && bullets.length > 0)
  )
    return null;
  if (!labelled && !dated && !(dutiesLabel || bullets.length > 0)) return null;
  return { header, zone, end, bullets, environment, dutiesLabel, weight: Math.min(1, weight), evidence };
}

/** Where a header is nothing but dates, the first list item may name the job. */
function takeInTitle(lines: readonly Line[], parts: readonly Part[], header: Header, end: number): void {
  const first = lines[header.to];
  const bare = header.weak.size === 0 && header.strong.size === 1 && header.strong.has("dates");
  if (!bare || !first || header.to + 1 >= end || parts[header.to]?.kind !== "item") return;
  const verb = /^\p{L}+(?:ed|ing)\b/u.test(first.text);
  if (first.text.length > 70 || /[.;]$/.test(first.text) || verb || titleWords(first.text) === 0) return;
  header.to++;
  header.weak.add("title");
}

interface Duties {
  bullets: number[];
  environment: number | null;
  dutiesLabel: boolean;
}

/** The duties below a header: list items, or plain paragraphs where a role has no list. Descriptions and lists of projects are not duties. */
export function readDuties(lines: readonly Line[], parts: readonly Part[], header: Header, end: number): Duties {
  const items: number[] = [];
  const plain: number[] = [];
  let environment: number | null = null;
  let dutiesLabel = false;
  let state: "open" | "duties" | "description" | "listing" = "open";
  for (let at = header.from; at < end; at++) {
    const part = parts[at];
    const line = lines[at];
    if (!part || !line) continue;
    if (part.kind === "environment") {
      const beside = parts[at + 1]?.kind === "value" ? at + 1 : at;
      environment ??= lines[beside]?.paragraph ?? null;
      if (at >= header.to && state !== "duties") state = "open";
      continue;
    }
    if (at < header.to) continue;
    if (part.kind === "duties") {
      // What stands above "Responsibilities:" tells of the project. "Achievements:" stands below duties, and both count.
      if (!dutiesLabel && !namesAchievements(line.text) && opensDuties(parts, at, end)) items.length = plain.length = 0;
      state = "duties";
      dutiesLabel = true;
      // "Responsibilities: Installed and …": the first duty stands beside its label.
      if (/[:：\-–]\s*\S.{30,}/.test(line.text)) plain.push(line.paragraph);
    } else if (part.kind === "description") state = "description";
    else if (part.kind === "listing") state = "listing";
    else if (part.kind === "item" && state !== "listing") items.push(line.paragraph);
    else if (part.kind === "prose" && (state === "duties" || state === "open")) plain.push(line.paragraph);
    else if (
      part.kind === "short" &&
      (state === "duties" || (state === "open" && plain.length > 0)) &&
      isPlainDuty(line)
    ) {
      plain.push(line.paragraph);
    }
  }
  return { bullets: items.length > 0 ? items : plain, environment, dutiesLabel };
}

const namesAchievements = (text: string): boolean =>
  /achiev|accompl|highlight|realisation|logros|conquistas|realizacoes|erfolge|业绩/i.test(text);

/** Whether duties follow a label at once. */
function opensDuties(parts: readonly Part[], label: number, end: number): boolean {
  const next = label + 1 < end ? parts[label + 1]?.kind : undefined;
  return next === "item" || next === "prose";
}

export function isPlainDuty(line: Line): boolean {
  return (
    line.bold < 0.6 &&
    line.headingLevel === null &&
    !line.upper &&
    line.text.split(" ").length >= 4 &&
    !/:$/.test(line.text)
  );
}

/** Duties under a heading of their own ("Job description") go to the role before them, if that has none. */
function adoptLooseDuties(
  found: Found[],
  lines: readonly Line[],
  parts: readonly Part[],
  zones: readonly Zone[],
): void {
  for (const zone of zones) {
    if (zone.kind !== "experience" || found.some((role) => role.zone === zone)) continue;
    const before = found.filter((role) => role.end <= zone.from).at(-1);
    if (!before || before.bullets.length > 0) continue;
    const items: number[] = [];
    for (let at = zone.from; at < zone.to; at++) if (parts[at]?.kind === "item") items.push(lines[at]?.paragraph ?? 0);
    before.bullets = items;
  }
}

/**
 * An employment list without duties repeats what a list with duties tells: the detailed roles count. Sentences such as "Worked as … from …"
 * go where other roles in the same section are told at length, unless these begin with such sentences themselves.
 */
function keepTheDetailed(found: Found[], lines: readonly Line[]): Found[] {
  const detailed = found.filter((role) => role.bullets.length > 0);
  const zones = new Set(detailed.map((role) => role.zone));
  if (zones.size === 0) return found;
  const told = detailed.some((role) => !isOneLiner(role, lines));
  const sentences = detailed.some((role) => isOneLiner(role, lines));
  return found.filter(
    (role) => role.bullets.length > 0 || (zones.has(role.zone) && !(told && !sentences && isOneLiner(role, lines))),
  );
}

/** "Worked as … in … from … to …" as a sentence or list item of its own. */
function isOneLiner({ header }: Found, lines: readonly Line[]): boolean {
  const last = lines[header.to - 1];
  if (last && WORKED.test(last.text)) return true;
  return header.to - header.from === 1 && (last?.listed ?? false);
}

/** An employer with all its years, directly above the first of several jobs there, belongs to that job's header. */
function mergeEmployers(found: Found[], lines: readonly Line[]): Found[] {
  const merged: Found[] = [];
  for (const role of found) {
    const above = merged.at(-1);
    const bare = above && above.bullets.length === 0 && !above.dutiesLabel && above.header.to === role.header.from;
    if (
      bare &&
      contains(above.header, role.header, lines) &&
      !above.header.weak.has("title") &&
      !above.header.strong.has("title") &&
      role.bullets.length > 0
    ) {
      merged.pop();
      const header = { ...role.header, from: above.header.from };
      for (const sign of above.header.weak) header.weak.add(sign);
      merged.push({ ...role, header });
    } else merged.push(role);
  }
  return merged;
}

function toRole(found: Found, lines: readonly Line[], fields: readonly (Field | null)[]): ResumeRole {
  const { header } = found;
  const paragraphs = lines.slice(header.from, header.to).map((line) => line.paragraph);
  return {
    ...nameRole(lines, fields, header),
    headerParagraphs: paragraphs.filter((paragraph) => paragraph !== found.environment),
    bullets: found.bullets,
    environment: found.environment,
    confidence: Math.round(found.weight * 100) / 100,
    evidence: found.evidence,
  };
}

/** True if the years of one header hold those of the other. */
function contains(outer: Header, inner: Header, lines: readonly Line[]): boolean {
  const years = (header: Header): number[] =>
    lines
      .slice(header.from, header.to)
      .flatMap((line) => line.ranges)
      .slice(0, 1)
      .flatMap(({ period }) => [period.start?.year ?? 0, period.current ? 9999 : (period.end?.year ?? 9999)]);
  const [from = 0, to = 0] = years(outer);
  const [start = 0, end = 9999] = years(inner);
  return from <= start && end <= to;
}
