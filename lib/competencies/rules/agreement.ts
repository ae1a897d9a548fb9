/**
 * How far two raters agree beyond chance over the same things on an ordered scale: Cohen's weighted kappa with quadratic weights
 * (J. Cohen, "Weighted kappa", Psychological Bulletin 70, 1968, 213–220; quadratic weights: J. L. Fleiss and J. Cohen, Educational and
 * Psychological Measurement 33, 1973, 613–619). 1 is full agreement, 0 what chance gives, below 0 less than that.
 * @param pairs of levels, one pair for each thing both rated
 * @param power of the distance between two levels that counts as disagreement: 2 is quadratic, 1 linear
 * @returns null for no pairs, or where both gave one and the same level throughout, so that chance explains everything
 */
export function weightedKappa(pairs: ReadonlyArray<readonly [number, number]>, power = 2): number | null {
  if (pairs.length === 0) return null;
  const far = (left: number, right: number) => Math.abs(left - right) ** power;
  const observed = pairs.reduce((sum, [left, right]) => sum + far(left, right), 0) / pairs.length;
  let expected = 0;
  for (const [left] of pairs) for (const [, right] of pairs) expected += far(left, right);
  expected /= pairs.length ** 2;
  return expected === 0 ? null : 1 - observed / expected;
}

/**
 * How far raters of one thing agree: r_wg, one less the observed variance over the variance of answers that are spread evenly over
 * the scale, (A² − 1) / 12 (L. R. James, R. G. Demaree and G. Wolf, Journal of Applied Psychology 69, 1984, 85–98). A variance above
 * that counts as no agreement, as the authors advise.
 * @param given levels of at least two raters
 * @param options how many levels the scale has
 * @returns from 0 (none) to 1 (all the same); null for fewer than two raters
 */
export function withinGroupAgreement(given: readonly number[], options = 5): number | null {
  if (given.length < 2) return null;
  const mean = given.reduce((sum, level) => sum + level, 0) / given.length;
  const variance = given.reduce((sum, level) => sum + (level - mean) ** 2, 0) / (given.length - 1);
  return Math.max(0, 1 - variance / ((options ** 2 - 1) / 12));
}

/** In a word. For kappa as Landis and Koch put it (Biometrics 33, 1977); for r_wg .70 is the usual line (LeBreton and Senter, 2008). */
export type Agreement = "close" | "some" | "little";

export const agreementOf = (kappa: number): Agreement => (kappa > 0.6 ? "close" : kappa > 0.2 ? "some" : "little");

export const groupAgreementOf = (rwg: number): Agreement => (rwg >= 0.7 ? "close" : rwg >= 0.5 ? "some" : "little");
