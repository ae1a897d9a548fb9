import type { ImportTarget } from "@/lib/platform/module";

/** Field of a target → place of a column, from 0. */
export type Mapping = Record<string, number>;

type Fields = ImportTarget["fields"];

/**
 * Which column holds which field, by their titles: the field's own key and synonyms, without regard to case, accents and
 * punctuation. Whole titles first, then titles that contain a synonym as words. Each column serves once.
 */
export function guessMapping(columns: readonly string[], fields: Fields): Mapping {
  const titles = columns.map(wordsOf);
  const mapping: Mapping = {};
  const taken = new Set<number>();
  const take = (field: string, fits: (title: string) => boolean) => {
    if (field in mapping) return;
    const at = titles.findIndex((title, place) => title !== "" && !taken.has(place) && fits(title));
    if (at < 0) return;
    mapping[field] = at;
    taken.add(at);
  };
  const names = (field: Fields[number]) => [field.key, ...field.synonyms].map(wordsOf);
  for (const field of fields) take(field.key, (title) => names(field).includes(title));
  for (const field of fields)
    take(field.key, (title) => names(field).some((name) => name.length > 2 && ` ${title} `.includes(` ${name} `)));
  return mapping;
}

/** Fields that must be mapped and are not. */
export const missingFields = (mapping: Mapping, fields: Fields): string[] =>
  fields.filter((field) => field.required && mapping[field.key] === undefined).map(({ key }) => key);

/** One row by field; what is not mapped is left out. */
export function fieldsOf(cells: readonly string[], mapping: Mapping): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, cells[at] ?? ""]));
}

const wordsOf = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\be mail\b/g, "email")
    .trim();
