const known = new Map<string, number>();

/** How many digits the smallest unit of a currency has after the point (ISO 4217): 2 for CHF, 0 for JPY, 3 for KWD. Unknown codes: 2. */
export function digitsOf(currency: string): number {
  const before = known.get(currency);
  if (before !== undefined) return before;
  let digits = 2;
  try {
    digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // Not three letters: the field says so elsewhere.
  }
  known.set(currency, digits);
  return digits;
}
