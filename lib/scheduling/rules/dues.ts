const minute = 60_000;
const day = 1440 * minute;

/** What is told of a session without anybody doing something: that it comes, that its notes are missing, how it was. */
export type NoticeKind = "reminder" | "notes" | "rating";

export interface Due {
  kind: NoticeKind;
  /** Of a reminder, how many minutes before; 0 else. */
  minutes: number;
  at: Date;
}

export interface DueSession {
  startsAt: Date;
  endsAt: Date;
  state: string;
  /** Since when it is at this time: what was due before then was said with the change. */
  timedAt: Date | null;
  /** How many minutes before it is brought to mind. */
  reminders: readonly number[];
  /** When who held it is asked for what is missing: the next working morning. */
  morning: Date | null;
}

/** The sweep comes each minute and may be a little late: what is due before it comes again is told now, rather early than late. */
export const lookAhead = 90_000;

/** After how long nobody is asked any more about a session that is over, say after an outage. */
const tooLateAfter = 3 * day;

/** How long after its end one is asked how it was. */
const askedAfter = 30 * minute;

/** Everything that is told of a session, in order. Minutes before are minutes that pass, whatever clocks show in a night in which they change. */
export function duesOf({ startsAt, endsAt, state, timedAt, reminders, morning }: DueSession): Due[] {
  const dues: Due[] = [];
  if (state === "booked")
    for (const minutes of new Set(reminders))
      dues.push({ kind: "reminder", minutes, at: new Date(startsAt.getTime() - minutes * minute) });
  if (state === "booked" || state === "done") {
    dues.push({ kind: "rating", minutes: 0, at: new Date(endsAt.getTime() + askedAfter) });
    if (morning) dues.push({ kind: "notes", minutes: 0, at: morning });
  }
  return dues
    .filter(({ at }) => timedAt === null || at > timedAt)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/**
 * What is to be told at a moment, and when something is due next. Of reminders that came due together the last one is enough, and none is of use once the
 * session has begun.
 */
export function dueNow(session: DueSession, now: Date): { tell: Due[]; next: Date | null } {
  const until = new Date(now.getTime() + lookAhead);
  const dues = duesOf(session);
  const due = dues.filter(({ at }) => at <= until);
  const last = session.startsAt > now ? due.findLast(({ kind }) => kind === "reminder") : undefined;
  const since = new Date(now.getTime() - tooLateAfter);
  return {
    tell: due.filter((one) => (one.kind === "reminder" ? one === last : one.at > since)),
    next: dues.find(({ at }) => at > until)?.at ?? null,
  };
}
