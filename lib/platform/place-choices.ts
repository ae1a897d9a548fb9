/** A choice in a list: what is stored and what is read. */
export interface Choice {
  value: string;
  label: string;
}

/** Languages with their region as they are offered; any other that is stored stays as it is. */
const locales = [
  "en-GB",
  "en-US",
  "de-CH",
  "de-DE",
  "de-AT",
  "fr-CH",
  "fr-FR",
  "it-CH",
  "it-IT",
  "es-ES",
  "pt-PT",
  "pt-BR",
  "nl-NL",
  "pl-PL",
  "sv-SE",
  "da-DK",
  "nb-NO",
  "fi-FI",
  "cs-CZ",
  "hi-IN",
  "zh-CN",
  "ja-JP",
];

/** Languages and regions, in words of `reader`'s language; `stored` is among them. */
export function localeChoices(reader: string, stored?: string | null): Choice[] {
  const names = new Intl.DisplayNames([reader], { type: "language", languageDisplay: "standard" });
  return withStored(locales, stored)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, reader));
}

/** All time zones that this runtime knows. */
export const timeZoneChoices = (stored?: string | null): Choice[] =>
  withStored(["UTC", ...Intl.supportedValuesOf("timeZone")], stored).map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));

/** Currencies that are in use, by code, with their name. */
export function currencyChoices(reader: string, stored?: string | null): Choice[] {
  const names = new Intl.DisplayNames([reader], { type: "currency" });
  return withStored(Intl.supportedValuesOf("currency"), stored).map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
  }));
}

const withStored = (values: readonly string[], stored?: string | null): string[] =>
  stored && !values.includes(stored) ? [...values, stored] : [...values];

/** Languages without a region, in words of `reader`'s language; what is `stored` is among them. */
export function languageChoices(reader: string, stored: readonly (string | null)[] = []): Choice[] {
  const names = new Intl.DisplayNames([reader], { type: "language" });
  const languages = [...locales.map((locale) => locale.slice(0, 2)), ...stored.filter((one) => one !== null)];
  return [...new Set(languages)]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, reader));
}
