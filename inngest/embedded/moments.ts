const unit = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;

/**
 * The moment that the SDK names in a sleep or a time-out: a time string (`1d2h30m`, counted from `from`; units w d h m s ms, a day
 * is 24 hours) or an ISO 8601 moment. Empty means `from` itself. Refuses (RangeError) anything else.
 */
export function momentOf(text: string, from: Date): Date {
  if (/^(\d+(\.\d+)?(ms|[wdhms]))*$/.test(text)) {
    let total = 0;
    for (const [, amount, name] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)) {
      total += Number(amount) * unit[name as keyof typeof unit];
    }
    return new Date(from.getTime() + total);
  }
  const moment = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) throw new RangeError(`“${text}” is neither a time span nor a moment`);
  return new Date(moment);
}

/** Milliseconds to wait after the given number of failed attempts: 10 s, 20 s, 40 s, … up to an hour, each ± 10 %. */
export function backoff(failed: number): number {
  const plain = Math.min(10_000 * 2 ** (failed - 1), 3_600_000);
  return Math.round(plain * (0.9 + Math.random() * 0.2));
}

/** When to try again by a `Retry-After` header: whole seconds, or a moment (RFC 9110 10.2.3, and ISO 8601 as the SDK sends it). */
export function retryMoment(header: string | null, from: Date): Date | null {
  if (!header) return null;
  if (/^\d+$/.test(header)) return new Date(from.getTime() + Number(header) * 1_000);
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? null : new Date(moment);
}
