/** A policy as it is chosen: the traits that it asks for, and what it promises. */
export interface Choosable {
  id: string;
  /** Values of traits, one of which a record must have for each trait that is named. */
  matches: Readonly<Record<string, readonly string[]>>;
  /** The metrics for which it promises something. */
  promises: ReadonlySet<string>;
}

/**
 * The policy of a record for a metric: of those that promise something for it and that the record matches, the one that asks for the most traits; of
 * several, the one that came first. So a policy of a package may promise one thing and leave the others to the policy of all.
 */
export function choosePolicy<Policy extends Choosable>(
  policies: readonly Policy[],
  metric: string,
  traits: Readonly<Record<string, string>>,
): Policy | null {
  const fitting = policies.filter(
    ({ matches, promises }) =>
      promises.has(metric) &&
      Object.entries(matches).every(([trait, values]) => traits[trait] !== undefined && values.includes(traits[trait])),
  );
  return fitting.reduce<Policy | null>((best, one) => (!best || asks(one) > asks(best) ? one : best), null);
}

const asks = ({ matches }: Choosable): number => Object.keys(matches).length;
