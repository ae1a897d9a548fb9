const niceWords =
  /\b(?:nice[ -]to[ -]haves?|good to know|good[ -]to[ -]haves?|(?:is|are|would be|will be|as)?\s*an? (?:big |huge |strong |definite |added )?(?:plus|bonus|advantage)|plus\b(?!\s*\d)|bonus|(?:would|will) be (?:nice|great|good|helpful|useful|ideal)|preferred|preferably|desired|desirable|optional|ideally|advantageous|von vorteil|wünschenswert|idealerweise|gerne|optional|souhaité\w*|apprécié\w*|un plus|un atout|serait un|idéalement|deseable\w*|se valora\w*|valorable\w*|gradit\w|preferibil\w+|costituisc\w+|desejáve(?:l|is)|diferencia(?:l|is))\b|优先|加分|वांछनीय/giu;
const mustWords =
  /\b(?:must|required|mandatory|essential|need(?:ed)?|minimum|at least|strong|zwingend|erforderlich|muss|mindestens|exigé\w*|requis\w*|nécessaire\w*|indispensable\w*|obligatoire\w*|imprescindible\w*|necesari\w+|requerid\w+|obb?ligatori\w*|richiest\w+|indispensabil\w+|obrigatóri\w+)\b|必须|必备|आवश्यक/iu;

/** "Not required", "kein Muss": a must that is taken back. */
const noMust =
  /\b(?:not|n[o']t|nicht|kein|keine|pas|no es|no|não|non)\s+(?:\w+\s+){0,2}?(?:an? )?(?:must|required|mandatory|essential|need(?:ed)?|necessary|requirement|zwingend|erforderlich|nötig|notwendig|muss|exigé\w*|requis\w*|indispensable\w*|obligatoire\w*|nécessaire\w*|imprescindible\w*|obligatori\w*|necesari\w*|necessári\w*|obrigatóri\w+)\b/giu;

const fillers =
  "(?:an?|need|want|require|use|using|needed|looking|have|any|for|of|in|with|to|know|prior|previous|special|deep|further|experience|knowledge|skills?|expertise|be|work|working|necesit\\w+|expérience|kenntnisse|erfahrung|experiencia|conocimientos)";
/** What stands right before something that is not wanted. */
const refusedBefore = new RegExp(
  `(?<!\\p{L})(?:(?:(?:no|without|never|sin|ohne|keine?n?|sans|pas de|senza|sem|nessuna?)|(?:will|do|does|did|is|are|would)(?:\\s+not|n['’]t)|won['’]t|not)\\s+(?:${fillers}\\s+)*|not (?:required|needed|necessary)\\s*[:：][^.;]*|(?:no es necesari[oa]|no se requiere|no hace falta|nicht (?:nötig|erforderlich) (?:ist|sind))\\s+)$`,
  "iu",
);
const refusedBehind =
  /^(?:\s+(?:experience|skills?|knowledge|background|expertise|kenntnisse|erfahrung))?[\s(:,–—-]*(?:(?:(?:is|are|will be|ist|sind|wird|werden|est|es|è)\s+)?(?:not|nicht|no|non|n['’]est pas)\s+(?:\w+\s+)?(?:needed|required|necessary|wanted|relevant|allowed|accepted|used|an option|nötig|notwendig|erforderlich|gewünscht|benötigt|gebraucht|verlangt|gefordert|necesari\w+|nécessaire|requis\w*|richiest\w+|necessari\w+)(?!\p{L})|(?:is|are|ist|sind)\s+(?:not|nicht)\s*(?:[.;,)]|$))/iu;
/** "Not only Java", "no less than". */
const noRefusal = /\b(?:not (?:only|just|limited)|no (?:less|doubt|later))\b/iu;
/** Two refusals that ask for something: who does not have it need not apply. */
const refusedWithout =
  /\b(?:not|n['’]t) be (?:considered|accepted|shortlisted|reviewed)\b|\b(?:do not|don['’]t|need not|please do not) (?:apply|bother|submit|send)\b|\bno (?:candidates?|profiles?|applicants?|applications?|cvs?|resumes?) without\b/iu;

/**
 * What the words around a skill say of it: that it is not wanted, nice to have, a must, or one of these
 * two ("mixed", where the sentence speaks of both); null where they say nothing. `sentence` is the text around,
 * in which the skill stands from `from` to `to`. What stands in brackets is said of what stands in them, or right before them.
 */
export function needIn(sentence: string, from: number, to: number): "unwanted" | "nice" | "must" | "mixed" | null {
  const [, beside = ""] = /^[\s\d.+]*\(([^()]*)\)/u.exec(sentence.slice(to)) ?? [];
  if (speaksOfNice(beside) && isOnlyNice(beside)) return "nice";
  const { text, at } = withoutOtherBrackets(sentence, from, to);
  if (refusedWithout.test(text)) return "must";
  const clause = clauseAround(text, at);
  const before = text.slice(0, at);
  if (!speaksOfNice(clause) && !noRefusal.test(before))
    if (refusedBefore.test(before) || refusedBehind.test(text.slice(at + to - from))) return "unwanted";
  return saidIn(clause) ?? saidIn(text);
}

function saidIn(text: string): "nice" | "must" | "mixed" | null {
  const isMust = mustWords.test(text.replace(noMust, " "));
  if (speaksOfNice(text)) return isMust ? "mixed" : "nice";
  return isMust ? "must" : null;
}

/** The part of a sentence between commas or strokes in which an offset stands. */
function clauseAround(text: string, at: number): string {
  const from = Math.max(...[",", ";", "|", "\t"].map((sign) => text.lastIndexOf(sign, at))) + 1;
  const rest = text.slice(at).search(/[,;|\t]/);
  return text.slice(from, rest < 0 ? text.length : at + rest);
}

/** Whether a text speaks of what is nice to have. */
export const speaksOfNice = (text: string): boolean => text.search(niceWords) >= 0;

/** Whether a text says that something is nice to have, and nothing else. */
const isOnlyNice = (text: string): boolean =>
  !/\p{L}/u.test(text.replace(niceWords, " ").replace(/\b(?:but|and|is|are|only|not|required)\b/giu, " "));

/** The text without brackets that speak of something else; only what is in its brackets where these speak for themselves. */
function withoutOtherBrackets(sentence: string, from: number, to: number): { text: string; at: number } {
  const groups = [...sentence.matchAll(/\(([^()]*)\)/g)].map((match) => ({
    begin: match.index,
    end: match.index + match[0].length,
    inside: match[1]!,
  }));
  const own = groups.find(({ begin, end }) => begin < from && to < end);
  // "(Spring a plus)" speaks for itself; "(Spring, Hibernate)" only lists.
  if (own && (speaksOfNice(own.inside) || own.inside.search(noMust) >= 0))
    return { text: own.inside, at: from - own.begin - 1 };
  let text = sentence;
  for (const { begin, end, inside } of groups.toReversed()) {
    if (begin < from && to < end) continue;
    const ofAnother =
      !isOnlyNice(inside) || (begin >= to && /[,;/&]|\b(?:and|or|und|et|y|e)\b/iu.test(sentence.slice(to, begin)));
    if (speaksOfNice(inside) && (ofAnother || end <= from))
      text = text.slice(0, begin) + " ".repeat(end - begin) + text.slice(end);
  }
  return { text, at: from };
}
