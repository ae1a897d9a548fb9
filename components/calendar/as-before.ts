/** Whether two records hold the same values: what is drawn from the one would be drawn alike from the other. */
export function holdsTheSame<T extends object>(one: T, other: T): boolean {
  const keys = Object.keys(one) as (keyof T)[];
  return keys.length === Object.keys(other).length && keys.every((key) => Object.is(one[key], other[key]));
}

/** Whether two lists, made anew with each picture of a page, hold the same at the same places. */
export const listsTheSame = (one: readonly object[], other: readonly object[]): boolean =>
  one.length === other.length && one.every((entry, at) => holdsTheSame(entry, other[at]!));
