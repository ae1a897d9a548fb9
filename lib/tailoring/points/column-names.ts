/** What a column or a field of a list of points is called, in the eight languages. */
const technologyNames = new Set(
  "technology|technologies|tech|skill|skills|tool|tools|keyword|topic|category|name|technologie|technik|fähigkeit|kenntnis|kompetenz|werkzeug|compétence|compétences|outil|tecnología|tecnologías|habilidad|competencia|herramienta|tecnologia|tecnologie|tecnologias|competenza|strumento|competência|habilidade|ferramenta|技术|技能|技術|तकनीक|प्रौद्योगिकी|कौशल".split(
    "|",
  ),
);
const pointNames = new Set(
  "point|points|bullet|bullets|bullet point|bullet points|bulletpoint|bulletpoints|sentence|sentences|statement|statements|text|texts|description|descriptions|achievement|achievements|accomplishment|accomplishments|responsibility|responsibilities|detail|details|item|items|content|punkt|punkte|stichpunkt|stichpunkte|satz|sätze|aussage|beschreibung|leistung|puce|puces|phrase|phrases|texte|réalisation|réalisations|punto|puntos|punti|frase|frases|frasi|texto|textos|testo|testi|descripción|viñeta|viñetas|logro|logros|descrizione|risultato|ponto|pontos|descrição|realização|要点|描述|内容|句子|बिंदु|विवरण|वाक्य".split(
    "|",
  ),
);

const plain = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[_\s-]+/g, " ")
    .replace(/[\s.:#]*\d*$/u, "")
    .trim();

/** A cell that is longer is no title. */
const longestName = 40;

/** What a column or field holds by its name, or null for anything else. "Point 2" is one of several columns of points. */
export function columnKind(name: string): "technology" | "point" | null {
  if (name.length > longestName) return null;
  const word = plain(name);
  return technologyNames.has(word) ? "technology" : pointNames.has(word) ? "point" : null;
}
