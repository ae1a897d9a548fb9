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

export interface Reliability {
  /** ICC(2,1): how far the view of any one of the raters could be relied on. */
  single: number;
  /** ICC(2,k): how far the mean of all of them can. */
  mean: number;
}

/**
 * How far several raters who all rated the same things tell the same differences between them, at the same levels: the intraclass
 * correlation of a two-way random model with absolute agreement, ICC(2,1) and ICC(2,k) (P. E. Shrout and J. L. Fleiss, "Intraclass
 * correlations: uses in assessing rater reliability", Psychological Bulletin 86, 1979, 420–428). 1 is the same throughout; 0 means that
 * raters differ as much as the things do, or more: an estimate below 0 says nothing further.
 * @param table a row for each thing, in it a level of each rater, in the same order throughout
 * @returns null for fewer than two things or two raters, for rows that are not whole, and where all levels are the same
 */
export function intraclassCorrelation(table: ReadonlyArray<readonly number[]>): Reliability | null {
  const [things, raters] = [table.length, table[0]?.length ?? 0];
  if (things < 2 || raters < 2 || table.some((row) => row.length !== raters)) return null;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const grand = sum(table.map(sum)) / (things * raters);
  const squares = (means: readonly number[], each: number) => each * sum(means.map((mean) => (mean - grand) ** 2));
  const ofThings = squares(
    table.map((row) => sum(row) / raters),
    raters,
  );
  const ofRaters = squares(
    table[0]!.map((_, at) => sum(table.map((row) => row[at]!)) / things),
    things,
  );
  const all = sum(table.map((row) => sum(row.map((level) => (level - grand) ** 2))));
  const between = ofThings / (things - 1);
  const judges = ofRaters / (raters - 1);
  const error = (all - ofThings - ofRaters) / ((things - 1) * (raters - 1));
  const single = between + (raters - 1) * error + (raters * (judges - error)) / things;
  const mean = between + (judges - error) / things;
  if (all === 0) return null;
  if (between <= error) return { single: 0, mean: 0 };
  return { single: (between - error) / single, mean: (between - error) / mean };
}

/** In a word. For kappa as Landis and Koch put it (Biometrics 33, 1977); for r_wg .70 is the usual line (LeBreton and Senter, 2008). */
export type Agreement = "close" | "some" | "little";

export const agreementOf = (kappa: number): Agreement => (kappa > 0.6 ? "close" : kappa > 0.2 ? "some" : "little");

export const groupAgreementOf = (rwg: number): Agreement => (rwg >= 0.7 ? "close" : rwg >= 0.5 ? "some" : "little");

/** Of an intraclass correlation, as T. K. Koo and M. Y. Li put it (Journal of Chiropractic Medicine 15, 2016): .50 and .75. */
export const reliabilityOf = (correlation: number): Agreement =>
  correlation >= 0.75 ? "close" : correlation >= 0.5 ? "some" : "little";
