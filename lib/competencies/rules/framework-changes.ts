/** A competency as two versions are compared by. */
export interface Compared {
  key: string;
  cluster: string;
  name: string;
  description: string;
  levels: readonly string[];
}

export interface FrameworkChange {
  key: string;
  kind: "added" | "removed" | "changed";
  /** Null for what was added. */
  before: Compared | null;
  /** Null for what was removed. */
  after: Compared | null;
}

/** What differs between two versions of a framework, by key, in the order of the later one; what was removed comes last. */
export function frameworkChanges(before: readonly Compared[], after: readonly Compared[]): FrameworkChange[] {
  const earlier = new Map(before.map((one) => [one.key, one]));
  const later = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((one): FrameworkChange[] => {
      const was = earlier.get(one.key);
      if (!was) return [{ key: one.key, kind: "added", before: null, after: one }];
      return same(was, one) ? [] : [{ key: one.key, kind: "changed", before: was, after: one }];
    }),
    ...before
      .filter(({ key }) => !later.has(key))
      .map((one): FrameworkChange => ({ key: one.key, kind: "removed", before: one, after: null })),
  ];
}

const same = (left: Compared, right: Compared): boolean =>
  left.cluster === right.cluster &&
  left.name === right.name &&
  left.description === right.description &&
  left.levels.every((level, at) => level === right.levels[at]);

/** A key for a new competency, from its name: small letters, digits and hyphens, and not one that is taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40) || "competency";
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(key)) return key;
  }
}
