import { titleWords } from "@/lib/resumes/reading/words";

/** What stands before a title in a subject line. */
const lead =
  /^(?:\s*(?:(?:re|fw|fwd|aw|wg|tr|rv|rif|enc|回复|转发)\s*[:：]|\[[^\]]*\]|(?:urgent(?:ly)?|hot|immediate|direct client|new|open|exclusive|prime vendor|long[ -]term|w2|c2c)\b[\s:!*–—-]*|(?:need(?:ed)?|hiring|requirements?|reqs?|job (?:opening|opportunity|order|requirement)|opening|opportunity|position|role|looking|required|seeking|gesucht|suche|wir suchen|recherche|cherche|buscamos|se busca|cerchiamo|ricerca|procura-se|vaga|招聘)\b\s*(?:(?:need|for|of|an?|the|as|with our client)\b|[:：!*–—-]|\s)*)\s*)+/iu;
const end =
  /\s*(?:[|•·;@([{]|\/\/|\s[-–—]{1,2}\s|--|,\s+(?=\p{Lu}[\p{L}.]+,)|\s+(?:in|at|with|for|to|near|who|having|from|based|on|bei|mit|für|chez|avec|pour|à|con|para|em|en|per|presso|com)\s|[!?。]|(?<!\b(?:Sr|Jr|Dr|St|No|Mgr|Asst|Assoc))\.\s|\.$|:\s|,\s*(?:min(?:imum|\.)?|at least|mindestens|remote|hybrid|onsite|on-site|location|duration|contract)|\s\d+\+?\s*(?:months?|years?|yrs?)|\s\$\d).*$/iu;

/** A job's title in a subject, a first line or behind "looking for a", as a range; null unless a word of jobs is in it. */
export function titleIn(text: string): { at: number; length: number } | null {
  const skipped = lead.exec(text)?.[0].length ?? 0;
  const pieces = text.slice(skipped).split(/(\s*(?:\||\/\/|\s[-–—]{1,2}\s|::|:\s)\s*)/u);
  let at = skipped;
  for (const piece of pieces) {
    const inner = lead.exec(piece)?.[0].length ?? 0;
    const body = piece
      .slice(inner)
      .replace(end, "")
      .replace(/[\s,.:;*–—-]+$/u, "");
    if (
      body.length > 2 &&
      body.length <= longestTitle &&
      titleWords(body) > 0 &&
      /\p{L}/u.test(body) &&
      !/[@?]/.test(body)
    )
      return { at: at + inner, length: body.length };
    at += piece.length;
  }
  return null;
}

const longestTitle = 90;

/** What a label calls a title, up to where the title ends; null where it reads like a sentence. */
export function labelledTitle(value: string): { at: number; length: number } | null {
  const body = value.replace(end, "").replace(/[\s,.:;*–—-]+$/u, "");
  const words = body.split(" ").length;
  return body.length > 2 && body.length <= 60 && words <= 7 && /\p{L}{2}/u.test(body) && !/[\d@?,]/.test(body)
    ? { at: 0, length: body.length }
    : null;
}

const wanted =
  /\b(?:looking for|in need of|need|needs|hiring|seeking|searching for|search for|requirement for|opening for|position (?:of|for)|role of|vacancy for|recruiting|suchen|sucht|gesucht wird|recherchons|recherche|cherchons|buscamos|busca|cerchiamo|ricerchiamo|procuramos|招聘)\s+(?:(?:ab sofort|zum nächstmöglichen zeitpunkt|dringend|aktuell|derzeit|currently|urgently|immediately|actualmente|attualmente|actuellement)\s+)*(?:an?|the|our|for|some|several|multiple|\d+|einen?|un[ea]?|um[a]?|una?|as|experienced|talented|strong|motivated)?\s*(?:an?\s+|experienced\s+|erfahrenen?\s+|strong\s+|talented\s+|urgent\s+)?/iu;

/** "We are looking for a Senior Java Developer with …" */
export function titleInSentence(text: string): { at: number; length: number } | null {
  const match = wanted.exec(text);
  if (!match) return null;
  const from = match.index + match[0].length;
  const body = text
    .slice(from, from + longestTitle + 40)
    .replace(end, "")
    .replace(/[\s,.:;]+$/u, "");
  const short = body.split(/,\s/)[0]!;
  return short.length > 2 && short.length <= longestTitle && short.split(" ").length <= 9 && titleWords(short) > 0
    ? { at: from, length: short.length }
    : null;
}
