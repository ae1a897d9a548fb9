import type { Outcome } from "@/lib/mail/rules/outcome";

const minute = 60_000;

/** How long after the first, second, … attempt the next one comes: quickly at first, for two days in all. */
const waits = [1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * minute);

/**
 * How long a claim holds: longer than any transport takes to give up. After that the process that held it counts as dead
 * and the mail is due again.
 */
export const claimHoldsFor = 5 * minute;

/**
 * For how long an attempt of unknown outcome may be repeated. Within this time Resend knows the idempotency key (it keeps
 * it for 24 hours) and does not deliver twice. By SMTP nobody guarantees that: a mail whose process died between handing
 * it over and recording it is sent once more, with the same Message-ID (at least once). After this time no transport
 * repeats it: it fails as `outcome-unknown`, and a person decides.
 */
export const unknownMayRepeatFor = 23 * 60 * minute;

/** The state of a mail after an attempt, and when it is due again (null: never by itself). */
export interface Settled {
  status: "queued" | "sent" | "delivered" | "refused" | "failed";
  nextAttemptAt: Date | null;
  errorCode: string | null;
}

/**
 * What follows from an attempt. `attempts` counts this one. What the other side asks for (`Retry-After`) is kept, up to a
 * day, and never shortens our own wait.
 */
export function settle(outcome: Outcome, attempts: number, now: Date): Settled {
  switch (outcome.kind) {
    case "sent":
    case "delivered":
      return { status: outcome.kind, nextAttemptAt: null, errorCode: null };
    case "refused":
    case "failed":
      return { status: outcome.kind, nextAttemptAt: null, errorCode: outcome.code };
    case "later": {
      const own = waits[attempts - 1];
      if (own === undefined) return { status: "failed", nextAttemptAt: null, errorCode: outcome.code };
      const asked = Math.min((outcome.retryAfterSeconds ?? 0) * 1000, 24 * 60 * minute);
      return {
        status: "queued",
        nextAttemptAt: new Date(now.getTime() + Math.max(own, asked)),
        errorCode: outcome.code,
      };
    }
  }
}

/** Seconds that a `Retry-After` header asks for, as a number or a date (RFC 9110, 10.2.3); undefined when it says nothing. */
export function retryAfterSeconds(header: string | null | undefined, now: Date): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}
