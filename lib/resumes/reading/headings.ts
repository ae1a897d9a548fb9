import type { SectionKind } from "../types";
import { foldCase } from "./months";

/** What the words of a heading say. `unsure`: the words fit two kinds, the content decides. */
export interface HeadingWords {
  kind: SectionKind;
  /** Share of the words that are known in headings, 0 to 1. */
  known: number;
  unsure: boolean;
  /** Projects made at school or at home, volunteer work: not employment. */
  student: boolean;
}

type Vocabulary = [SectionKind, RegExp];

/** Tested in this order: what stands first wins where a heading holds words of several kinds. */
const KINDS: Vocabulary[] = [
  [
    "certifications",
    /^(?:certif\w*|licen[cs]es?|licensures?|accreditations?|credentials|zertifi\w*|lizenzen|brevets?|habilitations?|प्रमाणपत्र|प्रमाणन|证书|资格证书|认证|资质证书)$/,
  ],
  [
    "education",
    /^(?:education\w*|academi\w*|qualifications?|scholastic|studies|schooling|degrees?|formations?|etudes|diplomes|educacion|estudios|educacao|escolaridade|istruzione|studi|ausbildung|bildung|studium|bildungsweg|schulbildung|शिक्षा|शैक्षिक|शैक्षणिक|योग्यता|教育|教育背景|教育经历|学历|formacion|formacao|formazione)$/,
  ],
  [
    "experience",
    /^(?:experiences?|experian?ces?|expirience|employment|career|employers|assignments?|engagements?|job|work|working|experience\w*|experiencias?|laborale?s?|empleos?|emplois?|emploi|parcours|esperienz[ae]|lavor\w*|profissional|berufserfahrung|berufspraxis|berufliche\w*|werdegang|praxiserfahrung|tatigkeiten|erfahrung\w*|अनुभव|रोजगार|कार्यानुभव|工作经历|工作经验|工作|职业经历|经历|实践经历|从业经历|履历)$/,
  ],
  [
    "projects",
    /^(?:projects?|projets?|proyectos?|projetos?|progetti|projekte?|projekterfahrung|परियोजनाएं|परियोजना|项目|项目经验|项目经历)$/,
  ],
  [
    "skills",
    /^(?:skills?|skillset|competenc\w*|competences?|proficienc\w*|expertise|technolog\w*|tools|strengths?|knowledge|abilities|capabilities|exposure|technicals?|software|competences|aptitudes|habilidades|competencias|destrezas|conhecimentos|competenze|capacita|conoscenze|kenntnisse|fahigkeiten|kompetenzen|edv\w*|fachkenntnisse|कौशल|दक्षता|技能|专业技能|技术|能力|个人技能|专长)$/,
  ],
  [
    "summary",
    /^(?:summary|summery|summry|objectives?|profile|overview|synopsis|about|goals?|highlights?|statement|introduction|bio|profil|accroche|objectif|perfil|resumen|objetivos?|resumo|sobre|profilo|obiettivo|sommario|riepilogo|kurzprofil|zusammenfassung|uber|ziele?|berufsziel|सारांश|उद्देश्य|परिचय|简介|个人简介|自我评价|求职意向|个人总结|摘要|概述)$/,
  ],
  [
    "other",
    /^(?:personal|declarations?|languages?|hobbies|hobby|interests?|references?|referees|achievements?|awards?|honou?rs?|accomplishments?|activit\w*|publications?|contacts?|address|passport|visa|volunteer\w*|memberships?|patents?|affiliations|training\w*|courses?|workshops?|seminars?|conferences?|details?|information|particulars|traits|recognitions?|place|date|miscellaneous|extracurricular|curricular|additional|langues?|loisirs|centres|interets?|idiomas?|aficiones|referencias|datos|premios|linguas?|lingue|interessi|hobbys|sprachen|sprachkenntnisse|interessen|personliche|referenzen|auszeichnungen|weiterbildung\w*|dati|personali|contatti|भाषाएं|भाषा|रुचियां|संपर्क|व्यक्तिगत|语言|语言能力|兴趣|兴趣爱好|爱好|荣誉|获奖|奖项|个人信息|基本信息|联系方式|其他)$/,
  ],
];

/** Words that join or colour headings without deciding. */
const FILLER =
  /^(?:and|or|the|of|my|in|at|a|to|with|for|on|key|core|main|major|professional|relevant|total|other|past|previous|prior|current|history|background|record|details?|chronology|field|areas?|it|technical|industry|industrial|business|professionnelles?|professionnels?|de|des|du|la|le|les|et|y|e|del|profesional(?:es)?|profissionais|professionali|und|der|die|das|mich|me|life|vitae|set|sets|summary|handled|undertaken|executed|involved|held|highlights|significant|selected|recent|years?|career|functional|computer|soft|special|general|statement|corporate|executive|management|leadership|wide|brief|list)$/;

/** Most words are of no heading: one pattern tells so in less time than all of them one by one. */
const ANY_WORD = new RegExp([...KINDS.map(([, { source }]) => source), FILLER.source].join("|"));

/** Reads the words of a possible heading; null where they do not look like one. */
export function headingWords(text: string): HeadingWords | null {
  if (text.length > 70) return null;
  const folded = foldCase(text)
    .replace(/\([^)]*\)/g, " ")
    // "Computer skill's"
    .replace(/['’](?=s\b)/g, "");
  const words = folded.split(/[^\p{L}\p{M}'’]+/u).filter(Boolean);
  if (words.length === 0 || words.length > 7) return null;
  if (/^(?:the |my )?(?:curriculum vitae|resume|cv|bio ?data)$/.test(words.join(" "))) return null;
  if (words.length <= 2 && words.some((word) => word.length > 12)) {
    const closed = closedUp(words.join(""));
    if (closed) return { kind: closed, known: 0.9, unsure: false, student: false };
  }
  let known = 0;
  const kinds = new Set<SectionKind>();
  for (const word of words) {
    if (!ANY_WORD.test(word)) continue;
    const kind = KINDS.find(([, pattern]) => pattern.test(word))?.[0];
    if (kind) kinds.add(kind);
    if (kind || FILLER.test(word)) known++;
  }
  if (kinds.size === 0 && !/\broles\b/.test(folded)) return null;
  const share = known / words.length;
  const student =
    /academic|college|university|school|personal|github|student|mini|hobby|curricular|volunteer|side projects/.test(
      folded,
    );
  const result = (kind: SectionKind, unsure = false): HeadingWords => ({ kind, known: share, unsure, student });
  if (
    /key skills|career (?:objective|summary|overview|goal|profile|highlights)|professional (?:summary|profile|objective)/.test(
      folded,
    )
  ) {
    if (/career profile/.test(folded)) return result("experience", true);
    return result(/skills/.test(folded) ? "skills" : "summary", /professional (?:profile|summary)/.test(folded));
  }
  if (words.length === 1 && words[0] === "strengths") return result("other");
  if (/(?:prior|previous|past|other|earlier) roles/.test(folded)) return result("experience");
  if (/qualifications? summary|summary of qualifications/.test(folded)) return result("summary");
  if (kinds.has("skills") && kinds.has("education") && /qualification/.test(folded)) return result("skills");
  if (kinds.has("projects") && kinds.has("education")) return result("projects");
  if (kinds.has("experience") && kinds.has("summary")) return result("experience", true);
  if (kinds.has("projects") && kinds.has("summary")) return result("projects", true);
  if (kinds.has("certifications") && /training|courses?/.test(folded)) return result("certifications");
  if (kinds.has("experience") && kinds.has("skills")) return result("skills", true);
  if (kinds.has("education") && kinds.has("experience")) {
    return result(
      /^\W*(?:work|professional|employment)?\s*(?:experience|employment)/.test(folded) ? "experience" : "education",
    );
  }
  if (/personal (?:projects?)/.test(folded)) return result("projects");
  if (
    kinds.has("experience") &&
    kinds.has("other") &&
    !/(?:experience|employment|career|work) (?:details?|particulars)/.test(folded)
  ) {
    if (/achievements|accomplishments|highlights/.test(folded) && /career|experience|employment/.test(folded))
      return result("experience");
    if (/experience|employment|work/.test(folded) && !/volunteer|activities/.test(folded))
      return result("experience", true);
    return result("other");
  }
  if (kinds.has("other") && /personal|declaration|language|hobb|interest|reference|passport/.test(folded))
    return result("other");
  const first = KINDS.find(([kind]) => kinds.has(kind))?.[0] ?? "other";
  return result(first);
}

/** Headings whose letters were spaced out so evenly that the words cannot be told apart: "CAREEROBJECTIVE". */
function closedUp(text: string): SectionKind | null {
  const known: [SectionKind, RegExp][] = [
    ["certifications", /certificat/],
    [
      "other",
      /interest|languages|personal|declaration|hobbies|references|awards|achievements|curricular|traits|strengths|activities/,
    ],
    ["summary", /objective|summary|profile/],
    ["education", /education|qualification|academic/],
    ["experience", /experience|employment|workhistory|careerhistory/],
    ["projects", /projects/],
    ["skills", /skills|competenc|expertise/],
  ];
  return known.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
