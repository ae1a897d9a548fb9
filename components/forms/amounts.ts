import { digitsOf } from "@/components/ui/currency-digits";

export type AmountReading =
  | { ok: true; minor: number }
  /** letter: `letter` stands where a figure should; digits: more after the point than the currency has; unknown: anything else. */
  | { ok: false; problem: "letter"; letter: string }
  | { ok: false; problem: "digits"; digits: number }
  | { ok: false; problem: "tooBig" }
  | { ok: false; problem: "unknown" };

/**
 * Reads an amount as people type it, whatever they group and point with: 180000, 180 000, 180’000, 180,000.50, 180.000,50. A single
 * point or comma followed by three figures groups (but for 0.125); otherwise it is the decimal point. Returns integer minor units of the currency.
 */
export function readAmount(text: string, currency: string): AmountReading {
  const digits = digitsOf(currency);
  const bare = text.trim().replace(new RegExp(`^${escape(currency)}\\s*|\\s*${escape(currency)}$`, "iu"), "");
  const letter = /\p{L}/u.exec(bare)?.[0];
  if (letter) return { ok: false, problem: "letter", letter };
  const packed = bare.replace(/[\s\u00a0\u202f'’]/gu, "");
  if (!/^-?\d[\d.,]*$/.test(packed)) return { ok: false, problem: "unknown" };
  const point = decimalPoint(packed);
  const grouped = point < 0 ? packed : packed.slice(0, point);
  if (!/^-?(\d+|\d{1,3}([.,]\d{2,3})*[.,]\d{3})$/.test(grouped)) return { ok: false, problem: "unknown" };
  const whole = grouped.replace(/[.,]/g, "");
  const fraction = point < 0 ? "" : packed.slice(point + 1);
  if (/[.,]/.test(fraction)) return { ok: false, problem: "unknown" };
  if (fraction.length > digits) return { ok: false, problem: "digits", digits };
  const minor = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? { ok: true, minor } : { ok: false, problem: "tooBig" };
}

/** An amount to be edited: grouped, with its fraction only when there is one. */
export function writeAmount(minor: number, currency: string, locale: string): string {
  const digits = digitsOf(currency);
  const whole = minor % 10 ** digits === 0;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/** Where the decimal point is, -1 without one. Of both signs the last one is it; of one sign several times none is. */
function decimalPoint(packed: string): number {
  const last = Math.max(packed.lastIndexOf("."), packed.lastIndexOf(","));
  if (last < 0) return -1;
  const sign = packed[last] ?? "";
  const other = sign === "." ? "," : ".";
  if (packed.indexOf(sign) !== last) return -1;
  const groups = packed.length - last - 1 === 3 && !packed.includes(other) && !/^-?0[.,]/.test(packed);
  return groups ? -1 : last;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
