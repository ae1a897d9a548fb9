import { defaultLocale, languageOf } from "./messages";

/** How the product writes where nothing is known of the reader, or no English conventions are known for their region. */
export const houseLocale = "en-GB";

/**
 * The locale in which words, dates and figures are written for a reader: the language that there are messages for, with the
 * conventions of the reader's region ("de-CH" → "en-CH": 7 Nov 2026, 1'234.50). A date in another language than the
 * sentence around it would be neither's.
 */
export function formatsLocale(locale: string | null | undefined): string {
  const language = languageOf(locale);
  const region = regionOf(locale);
  if (!region) return language === defaultLocale ? houseLocale : language;
  const wanted = `${language}-${region}`;
  return new Intl.DateTimeFormat(wanted).resolvedOptions().locale === wanted || wanted === "en-US"
    ? wanted
    : houseLocale;
}

/** The first language that a browser asks for, as a locale ("de-CH,de;q=0.9" → "de-CH"); null when it says nothing usable. */
export function localeOfHeader(acceptLanguage: string | null | undefined): string | null {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .slice(0, 20)
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => weight > 0 && canonical(tag) !== null)
    .sort((a, b) => b.weight - a.weight);
  return wishes[0] ? canonical(wishes[0].tag) : null;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function regionOf(locale: string | null | undefined): string | undefined {
  const tag = locale ? canonical(locale) : null;
  return tag ? new Intl.Locale(tag).region : undefined;
}
