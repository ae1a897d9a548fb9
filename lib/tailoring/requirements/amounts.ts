/** An amount that was typed ("92.50", "85"), in hundredths; null for none. */
export const minorOf = (typed: string | undefined): number | null =>
  typed ? Math.round(Number(typed.replace(",", ".")) * 100) : null;

/** The same as a form shows it. */
export const amountText = (minor: number | null): string =>
  minor === null ? "" : minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
