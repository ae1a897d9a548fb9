import type { Candidate } from "./find-technologies";
import type { Named } from "./index-names";

/**
 * Decides which candidates are meant, in place. Certain ones first; those that depend on company are asked until nothing changes, so that
 * "C, Go, Python" is read from its certain end.
 */
export function spokenFor(text: string, candidates: readonly Candidate[]): void {
  for (const candidate of candidates) {
    const { technology, rule } = candidate.named;
    if (!technology) candidate.accepted = false;
    else if (rule === "plain") candidate.accepted = true;
    else if (rule === "cased" && casedRight(text, candidate) && !inCapitals(text, candidate)) candidate.accepted = true;
  }
  for (let round = 0; round < 3; round++) {
    let changed = false;
    candidates.forEach((candidate, at) => {
      if (candidate.accepted !== null || !isMeant(text, candidates, at)) return;
      candidate.accepted = true;
      changed = true;
    });
    if (!changed) return;
  }
}

function isMeant(text: string, candidates: readonly Candidate[], at: number): boolean {
  const candidate = candidates[at]!;
  const line = lineAround(text, candidate);
  const before = line.before.trimEnd();
  const after = line.after.trimStart();
  const right = casedRight(text, candidate) && !inCapitals(text, candidate);
  const single = candidate.named.form.length === 1;
  const opened = before === "" || listOpens.test(before);
  const closed = after === "" || listCloses.test(after);
  if (opened && closed && before.replace(bulletOnly, "") === "" && after.replace(versionOnly, "") === "")
    return right || !single;
  if (single && (/^-\p{L}/u.test(line.after) || /\p{L}-$/u.test(line.before))) return false;
  const year = /^\s*,?\s*(?:of\s+)?(?:19|20)\d\d\b/.test(line.after);
  const seasonal = candidate.named.technology?.name === "Spring";
  if (seasonal && (year || season.test(line.before.slice(-30)) || season.test(line.after.slice(0, 30)))) return false;
  const company = inCompany(text, candidates, at);
  if (company && opened && closed && (right || !single)) return true;
  if (isLabelled(before) && opened && closed && (casedRight(text, candidate) || !single)) return true;
  if (!right) return inCapitals(text, candidate) && casedRight(text, candidate) && person.test(line.after);
  if (company) return !/^-\p{Ll}/u.test(line.after);
  if (noun.test(line.after)) return true;
  // People are called so too: only a list, a label or what is made with it tells.
  if (firstName.test(candidate.named.form)) return false;
  if (single)
    return (leadsToLetter.test(before) && (closed || /^\p{Ll}/u.test(after))) || (/\bin$/.test(before) && closed);
  if (candidate.named.rule === "cased") return true;
  if (/^\s*v?\d+(?:\.[\dx]+)*\b/.test(line.after) && (!year || officeYear.test(candidate.named.form))) return true;
  if (leads.test(before) && (closed || /^\p{Ll}/u.test(after))) return !seasonal || !/\bin$/i.test(before);
  return (
    !seasonal &&
    /(?<!\b(?:at|for|of|by|from|near|the|to|an?|our|your|his|her|their))(?<=\s\p{Ll}+)$/u.test(before) &&
    /^(?:\p{Ll}|$|[,;.)])/u.test(after) &&
    /\p{L}.*\p{L}/u.test(before)
  );
}

/** Written as in the table, or in capitals. Gaps do not count. */
function casedRight(text: string, { at, end, named }: Candidate): boolean {
  const plain = (written: string): string => written.replace(/[\s_\u00a0\u2010-\u2015-]+/gu, "");
  const written = plain(text.slice(at, end));
  const form = plain(named.form);
  return written === form || (form.length > 1 && written === form.toUpperCase());
}

/** In a line that is all capitals, capitals say nothing. */
function inCapitals(text: string, candidate: Candidate): boolean {
  const { before, after } = lineAround(text, candidate);
  const rest = before + after;
  return (
    !/\p{Ll}/u.test(rest) &&
    (rest.match(/\p{Lu}/gu)?.length ?? 0) >= 4 &&
    text.slice(candidate.at, candidate.end).length > 1
  );
}

const farthest = 240;

/** The line's text on both sides, up to where nothing matters any more. */
function lineAround(text: string, { at, end }: Candidate): { before: string; after: string } {
  const from = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - farthest);
  const next = text.indexOf("\n", end);
  const to = Math.min(next < 0 ? text.length : next, end + farthest);
  return { before: at === 0 ? "" : text.slice(from, at), after: text.slice(end, to) };
}

/** What stands between two items of a list, with a version behind the first. */
const between =
  /^[\s)\]]*(?:v?\d[\d.x]*[\s)+]*)?(?:\([^()]{0,24}\)\s*)?(?:[,;/|&•·●▪+(:]|\b(?:and|or|und|oder|et|ou|y|o|e)\b|\t)(?:[\s,;/|&•·●▪+(]|\b(?:and|or|und|oder|et|ou|y|o|e)\b)*$/iu;
const strictlyBetween = /^\s*[,/;|&]\s*(?:and\s+|or\s+)?$/i;

/** A technology stands beside it in a list: one that is certain, or another everyday word in the same clothes. */
function inCompany(text: string, candidates: readonly Candidate[], at: number): boolean {
  const candidate = candidates[at]!;
  return [candidates[at - 1], candidates[at + 1]].some((other) => {
    if (!other?.named.technology) return false;
    const [first, second] = other.at < candidate.at ? [other, candidate] : [candidate, other];
    const gap = text.slice(first.end, second.at);
    if (gap.length > 40 || gap.includes("\n")) return false;
    // "Dart Flutter", "Spring Hibernate": what is used together is named together.
    if (gap === " " && areKin(candidate.named, other.named))
      return casedRight(text, other) && casedRight(text, candidate);
    if (other.accepted) return between.test(gap);
    return (
      other.named.form.length > 1 &&
      candidate.named.form.length > 1 &&
      strictlyBetween.test(gap) &&
      casedRight(text, other) &&
      casedRight(text, candidate)
    );
  });
}

function areKin(one: Named, other: Named): boolean {
  const [first, second] = [one.technology, other.technology];
  return Boolean(first && second && (first.related.includes(second.name) || second.related.includes(first.name)));
}

const listOpens = /[,;/|•·●▪➢([:：&+\t、，；–—*-]$|\b(?:and|or|und|oder|et|ou|y|e)$/iu;
const listCloses =
  /^(?:[,;/|•·●▪)\]&+\t、，；.]|(?:and|or|und|oder|et|ou|y|e)\b|\(|v?\d+(?:\.[\dx]+)*\s*(?:[,;/|)]|$))/iu;
const bulletOnly = /^[\s•·●▪➢*–—-]+$/u;
const versionOnly = /^[\s.,;]*(?:v?\d[\d.x]*)?[\s.,;]*$/;

/** A label in front of a line of technologies, in the eight languages. */
const label =
  /^[^:：]{0,50}(?:environment|technolog|tools?|skills?|languages?|frameworks?|stack|platforms?|software|databases?|programming|mandatory|preferred|must|required?|nice to have|good to have|desired|primary|secondary|expertise|experience|exposure|knowledge|anforderung|vorteil|requis|deseable|gradit|desejáve|umgebung|technik|kenntnisse|sprachen|werkzeuge|environnement|compétences|langages|outils|logiciels|entorno|tecnolog|herramientas|lenguajes|ambiente|linguaggi|strumenti|competenze|ferramentas|linguagens|competências|技术|環境|环境|技能|तकनी|कौशल)[^:：]{0,40}[:：]/iu;
const isLabelled = (before: string): boolean =>
  label.test(before) || label.test(before.slice(before.lastIndexOf("|") + 1));

/** What is made with it, or who works with it, directly behind it. */
const noun =
  /^[\s-]*(?:developers?|engineers?|programmers?|programming|coding|code|language|frameworks?|librar(?:y|ies)|scripts?|scripting|applications?|apps?|servers?|databases?|dbs?|apis?|backend|back-end|frontend|front-end|microservices?|services?|modules?|jobs?|clusters?|quer(?:y|ies)|tables?|components?|hooks?|sdk|plugins?|macros?|formulas?|spreadsheets?|worksheets?|vba|templates?|pipelines?|playbooks?|tests?|testing|automation|payments?|integrations?|dags?|workflows?|on rails|cookbooks?|recipes?|charts?|ecosystem|stack|routes?|middleware|certified|based|driven|dashboards?|reports?|models?|packages?|compiler|entwickler\w*|développeurs?|programmier\w*)\b/iu;

/** Who works with it: in a line of capitals nothing less tells a name from a word. */
const person =
  /^\s(?:DEVELOPERS?|ENGINEERS?|PROGRAMMERS?|ARCHITECTS?|CONSULTANTS?|ADMINISTRATORS?|ENTWICKLER|DÉVELOPPEURS?)(?!\p{L})/u;

/** What leads to the name of a tool in the middle of a sentence. */
const leads =
  /\b(?:using|used|with|in|via|on|knowledge of|experience of|like|apache|google|adobe|microsoft|mit|avec|con|com|en|em|utilisant|usando|utilizando|python|java)$|[(/]$/iu;
/** A single letter needs more. */
const leadsToLetter =
  /\b(?:using|programmed in|written in|wrote in|coded in|coding in|programming in|developed in|experience in|experience with|proficient in|knowledge of|expertise in|skills in|scripts in|models in|analysis in|analyses in|language)$/iu;

const firstName = /^(?:Ruby|Ada|Julia|Pascal)$/;
const season = /\b(?:summer|fall|autumn|winter|semester|term|season|equinox)\b/i;
const officeYear = /^(?:Excel|Word|Access|Outlook)$/;
