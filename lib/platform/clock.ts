import { env } from "@/lib/platform/env";

/*
 * The one clock. Rules never read it: they are handed `now`. In tests and demo it can be set (LANDFALL_CLOCK), and then it
 * still runs, from the moment that was set.
 */

let startedAt = Date.now();
let setTo: number | null = null;

/** The present moment, real or set. */
export function now(): Date {
  const base = setTo ?? (env.LANDFALL_CLOCK ? Date.parse(env.LANDFALL_CLOCK) : null);
  return base === null ? new Date() : new Date(base + (Date.now() - startedAt));
}

/** Sets the clock of this process; `null` gives it back to the real one. Tests only. */
export function setClock(moment: Date | null): void {
  startedAt = Date.now();
  setTo = moment ? moment.getTime() : null;
}
