import type { Rate } from "./requirement";

const symbols: Record<string, string> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  "₹": "INR",
  inr: "INR",
  rs: "INR",
  "rs.": "INR",
  chf: "CHF",
  cad: "CAD",
  c$: "CAD",
  ca$: "CAD",
  aud: "AUD",
  a$: "AUD",
  r$: "BRL",
  brl: "BRL",
  "¥": "CNY",
  cny: "CNY",
  rmb: "CNY",
  元: "CNY",
  sgd: "SGD",
  aed: "AED",
};
const currency =
  "(?:US\\$|CA?\\$|A\\$|R\\$|[$€£₹¥元]|(?<![\\p{L}])(?:USD|EUR|euros?|GBP|INR|Rs\\.?|CHF|CAD|AUD|BRL|CNY|RMB|SGD|AED)(?![\\p{L}]))";
const number = "\\d{1,3}(?:[,. '’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const size = "(?:\\s?(?:k|lpa|lakhs?|lacs?)(?![\\p{L}]))";
const amounts = new RegExp(
  `(?<a1>${currency})?\\s*(?<n1>${number})(?<s1>${size})?\\s*(?<b1>${currency})?(?:(?:\\s*/\\s*(?:hr|hour|h|day|d))?\\s*(?:-|–|—|to|bis|à|a|until|até|至|~|/(?=\\s?\\d))\\s*(?<a2>${currency})?\\s*(?<n2>${number})(?<s2>${size})?\\s*(?<b2>${currency})?)?\\+?\\s*(?<tail>(?:/|per|pro|par|por|al|an?|p\\.?|each)?\\s*\\.?(?:hourly|hour|hours|hrs?|h|stunde|std|heure|hora|ora|小时|घंटा|daily|day|d|tag|jour|j|día|dia|giorno|天|दिन|monthly|months?|mo|monat|mois|mes|mese|mês|月|माह|annually|annual|annum|yearly|year|yr|y|jahr|an|año|anno|ano|年|वर्ष|lpa|pa|p\\.a\\.?)(?![\\p{L}\\d]))?`,
  "giu",
);
const open =
  /\bDOE\b|d\.o\.e|depend\w* (?:on|up)|market|negotiable|open\b|best rate|competitive|verhandlungsbasis|vhb|nach vereinbarung|à négocier|selon (?:profil|expérience)|a convenir|da definire|commisurat|a combinar|面议/iu;

/** Words that speak of pay in front of an amount, and those that say for how long at once. */
const payWords =
  /\b(?:rate|pay|salary|budget|compensation|stundensatz|tagessatz|gehalt|tjm|taux|salaire|tarifa|salario|tariffa|salário|taxa)\b[^.;\n]{0,24}$/iu;
const payFor: readonly [Rate["per"], RegExp][] = [
  ["hour", /hourly|per hour|stundensatz/i],
  ["day", /daily|day rate|tagessatz|\btjm\b|journalier/i],
  ["month", /monthly|monatsgehalt|mensuel|mensual|mensile|mensal/i],
  ["year", /annual|yearly|jahresgehalt|annuel|anual|annuo|\bral\b|\bctc\b/i],
];
const perOf = (words: string): Rate["per"] => payFor.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/**
 * Reads what is paid. `label`: what says in front of the text that this is a rate, so that a number without a currency counts too; null where nothing does, then a currency and a unit or a
 * large amount must be there. Null where no amount and no word of an open rate is found. Returns the range in the text besides.
 */
export function readRate(text: string, label: string | null): { rate: Rate; at: number; length: number } | null {
  const labelled = label !== null;
  for (const match of text.matchAll(amounts)) {
    const groups = match.groups as Record<string, string | undefined>;
    const sign = groups.a1 ?? groups.b1 ?? groups.a2 ?? groups.b2;
    const lakhs = /lpa|lakh|lac/i.test(`${groups.s1 ?? ""}${groups.s2 ?? ""}`);
    const lead = payWords.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? null;
    const per = lakhs ? "year" : (unitOf(groups.tail) ?? perOf(`${label ?? ""} ${lead ?? ""}`));
    const known = sign !== undefined || lakhs;
    if (
      !known &&
      !(labelled && (per !== null || groups.s1 !== undefined || groups.s2 !== undefined || wholeNumber(text, match)))
    )
      continue;
    const second = groups.n2 === undefined ? undefined : amountOf(groups.n2, groups.s2 ?? groups.s1);
    const first = amountOf(groups.n1!, groups.s1 ?? groups.s2);
    if (!labelled && lead === null && (per === null ? Math.max(first, second ?? 0) < 1_000_000 : false)) continue;
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    const ceiling =
      second === undefined && /(?:up ?to|max\w*\.?|bis(?: zu)?|jusqu'?\S*|hasta|fino a|até)\s*:?\s*$/iu.test(before);
    const written = match[0].trim();
    const at = match.index + match[0].indexOf(written);
    return {
      rate: {
        from: ceiling ? null : Math.min(first, second ?? first),
        to: Math.max(first, second ?? first),
        currency: lakhs ? "INR" : sign === undefined ? null : (symbols[sign.toLowerCase()] ?? null),
        per,
        open: open.test(text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 60)),
      },
      at,
      length: written.length,
    };
  }
  const word = labelled ? open.exec(text) : null;
  return word
    ? { rate: { from: null, to: null, currency: null, per: null, open: true }, at: word.index, length: word[0].length }
    : null;
}

/** "65" behind a label is a rate; "65 people" is none. */
function wholeNumber(text: string, match: RegExpMatchArray): boolean {
  const rest = text.slice((match.index ?? 0) + match[0].length);
  return /^\s*(?:$|[,;(/]|on\b|w2|c2c|1099|all.inc|max|doe)/i.test(rest) && text.slice(0, match.index).trim() === "";
}

function unitOf(tail: string | undefined): Rate["per"] {
  const unit = (tail ?? "")
    .toLowerCase()
    .replace(/^\s*(?:\/|per\b|pro\b|par\b|por\b|al\b|p\.?(?=\/)|an?\s|each\b)\s*\.?/u, "");
  if (unit === "") return null;
  if (/^(?:h|stunde|std|ora|小时|घंटा)/u.test(unit)) return "hour";
  if (/^(?:d(?:$|a)|tag|j(?:$|our)|dí|giorno|天|दिन)/u.test(unit)) return "day";
  if (/^(?:mo|mes|mê|mois|月|माह)/u.test(unit)) return "month";
  return "year";
}

/** In minor units. A point or comma followed by three digits parts thousands; by one or two, cents. */
function amountOf(written: string, factor: string | undefined): number {
  const parts = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(written)!;
  const whole = Number(parts[1]!.replace(/\D/g, ""));
  const cents = parts[2] === undefined ? 0 : Number(parts[2].padEnd(2, "0"));
  const times = factor === undefined ? 1 : /k/i.test(factor) && !/l/i.test(factor) ? 1000 : 100_000;
  return Math.round((whole * 100 + cents) * times);
}
