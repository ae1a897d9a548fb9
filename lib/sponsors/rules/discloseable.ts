/** So many people, at least, stand behind a figure that is shown without their consent. */
export const smallestGroup = 5;

export interface Group {
  key: string;
  /** All people in the group. */
  people: number;
  /** Those of them who said that the sponsor may know where they stand. */
  consenting: number;
}

/**
 * Which groups of a whole may be told, with their numbers; null for those that may not. A group is told when nobody in it kept
 * silent about themselves, or at least five did. Where the whole is known too, what is not told must not follow from a
 * subtraction: the untold groups together hold nobody who kept silent, or at least five of them in at least two groups. For that,
 * the smallest groups that could have been told are kept back as well. When the whole may not be told, nothing of it is.
 */
export function discloseable(groups: readonly Group[]): Map<string, number | null> {
  const whole = sum(groups.map(silent));
  const told = new Set(mayStand(whole) ? groups.filter((group) => mayStand(silent(group))).map(({ key }) => key) : []);
  const byTie = (one: Group, other: Group) => silent(one) - silent(other) || (one.key < other.key ? -1 : 1);
  for (;;) {
    const untold = groups.filter(({ key }) => !told.has(key));
    const hidden = untold.filter((group) => silent(group) > 0);
    if (hidden.length === 0 || (hidden.length > 1 && mayStand(sum(hidden.map(silent))))) break;
    const next = groups.filter((group) => told.has(group.key) && silent(group) > 0).sort(byTie)[0];
    if (!next) {
      // Nothing is left that could cover them: the empty groups would tell where they are.
      told.clear();
      break;
    }
    told.delete(next.key);
  }
  return new Map(groups.map(({ key, people }) => [key, told.has(key) ? people : null]));
}

/** The number of all, or null when it is over too few who did not consent. */
export function discloseableTotal(groups: readonly Group[]): number | null {
  return mayStand(sum(groups.map(silent))) ? sum(groups.map(({ people }) => people)) : null;
}

/** Whether a figure over some people (a mean, a median) may be told: nobody in it kept silent, or at least five did. */
export const mayTellOver = (people: number, consenting: number): boolean => mayStand(people - consenting);

const silent = ({ people, consenting }: Group): number => people - consenting;
const mayStand = (silentPeople: number): boolean => silentPeople === 0 || silentPeople >= smallestGroup;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
