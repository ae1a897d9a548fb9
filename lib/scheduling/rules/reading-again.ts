const minute = 60_000;

/** How often a calendar is read that can be read. */
const often = 15 * minute;

/** From how long one waits after a failure, twice as long after each, to how long. */
const [first, longest] = [5 * minute, 1440 * minute];

/** When a calendar is read next, after so many failures in a row. */
export const readAgainAt = (now: Date, failures: number): Date =>
  new Date(now.getTime() + (failures === 0 ? often : Math.min(first * 2 ** Math.min(failures - 1, 20), longest)));
