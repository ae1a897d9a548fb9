/** What counts in a week. */
export interface WeekFigures {
  contacts: number;
  applications: number;
  conversations: number;
}

export interface Reached {
  id: string;
  /** Civil date in the person's zone. */
  on: string;
  kind: string;
  contactId: string | null;
}

const day = 86_400_000;

/** The Monday of the week in which a civil date lies. */
export function mondayOf(date: string): string {
  const at = Date.parse(`${date}T00:00Z`);
  const back = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - back * day).toISOString().slice(0, 10);
}

/** The civil date some weeks on. */
export const weeksOn = (monday: string, weeks: number): string =>
  new Date(Date.parse(`${monday}T00:00Z`) + weeks * 7 * day).toISOString().slice(0, 10);

/**
 * What was done in the week that begins on a Monday: different people who were reached (an entry without a contact is somebody
 * of its own), applications that went out, calls and meetings.
 */
export function doneIn(monday: string, reached: readonly Reached[], appliedOn: readonly string[]): WeekFigures {
  const next = weeksOn(monday, 1);
  const within = (date: string) => date >= monday && date < next;
  const entries = reached.filter(({ on }) => within(on));
  return {
    contacts: new Set(entries.map(({ id, contactId }) => contactId ?? id)).size,
    applications: appliedOn.filter(within).length,
    conversations: entries.filter(({ kind }) => kind === "call" || kind === "meeting").length,
  };
}
