import type { PageText } from "./page-texts";

/** Letters and brackets that only messages of the pseudo-locale have. */
const pseudo = /[⟦⟧áƀçðéƒĝĥîķļɱñöþǫŕšţûṽŵẋýž]/;

/** Names of days and months, and what stands around figures: a browser's own words. */
const moment =
  /^(?:\d+|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|at|am|pm|utc|gmt|cet|cest|bst|[kmg]?b|\d+(?:st|nd|rd|th)|[+\d:.%–-]+)$/i;

/** The product's own name, the same in every language; and a refusal, which is a sentence of the code until there is a second one. */
const named = new Set(["Landfall", "This link is not complete."]);

/** Texts of which some part came neither from the messages nor from a record. */
export function untranslated(texts: readonly PageText[], data: ReadonlySet<string>): string[] {
  const faults = texts.filter(({ text }) => {
    const besideMessages = text.replace(/⟦[^⟦⟧]*⟧/g, " · ");
    // A message with marks inside stands on the page in pieces: brackets and accents are then spread over them.
    return !pseudo.test(besideMessages) && !isData(besideMessages, data);
  });
  return [...new Set(faults.map(({ text, place }) => `“${text}” (${place})`))];
}

/** What parts stand between in a line made of several, the widest first: a name may hold the narrower ones. */
const separators = [/\s*·\s*/, /,\s+/, /\s*[,:()/]\s*|\s[–-]\s/];

const currencies = new Set(Intl.supportedValuesOf("currency"));

function isData(text: string, data: ReadonlySet<string>): boolean {
  const known = (part: string) => {
    const plain = part.trim();
    return (
      !/\p{L}{2}/u.test(plain) ||
      data.has(plain) ||
      named.has(plain) ||
      plain.split(/[\s,]+/).every((word) => moment.test(word) || currencies.has(word))
    );
  };
  const made = (part: string, [separator, ...narrower]: readonly RegExp[]): boolean =>
    known(part) || (separator !== undefined && part.split(separator).every((piece) => made(piece, narrower)));
  // A place in an order stands before what it numbers.
  return known(text.replace(/^\d+\. /, "")) || made(text, separators);
}
