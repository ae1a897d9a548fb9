/** Month names and abbreviations in the eight languages, lower case without accents and final dots, to their number. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    // English with the spellings that people type
    "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
    "janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre|octobre|novembre|decembre",
    "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre|noviembre|diciembre dic",
    "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro dez",
    "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre|ottobre ott|novembre|dicembre",
    "januar janner|februar|marz maerz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember",
    "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
  ].flatMap((language) =>
    language.split("|").flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
  ),
);

/** Words for "until today", longest first where one begins another. */
export const PRESENT_WORDS: readonly string[] = [
  ..."till date|til date|to date|todate|till now|til now|till today|till present|until now|until present|up to now|present|presently|currently|current|nowadays|now|today|ongoing|on going|on-going|date|till".split(
    "|",
  ),
  ..."a ce jour|ce jour|aujourd['’]hui|present|en cours|actuellement|maintenant".split("|"),
  ..."la actualidad|actualidad|actualmente|actual|presente|la fecha|hoy|en curso".split("|"),
  ..."o momento|momento atual|atualmente|atual|o presente|hoje|em andamento".split("|"),
  ..."oggi|in corso|attualmente|attuale|ad oggi".split("|"),
  ..."heute|aktuell|gegenwartig|laufend|jetzt|dato".split("|"),
  ..."वर्तमान|अब तक|आज तक|अभी तक|जारी".split("|"),
  ..."至今|现在|現在|目前|今".split("|"),
];

/** Lower case without accents of Latin letters; other scripts stay as they are. The text keeps its length, so that offsets hold. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (!/[\u0080-\uffff]/.test(lower)) return lower;
  if (lower.length !== text.length) return text;
  return lower.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => {
    const base = letter.normalize("NFD").charAt(0);
    return /[a-z]/.test(base) ? base : letter;
  });
}
