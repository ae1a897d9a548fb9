import { joined, minute, type Stretch } from "./host-time";
import type { Host, HostSession, SessionType } from "./question";

/** Whether a session occupies its host: a place that somebody only holds is given back when its time is up. */
export const counts = ({ heldUntil }: HostSession, now: Date): boolean => heldUntil == null || heldUntil > now;

/** When a host cannot be taken, between two moments: outside calendars as they are, sessions with their buffers; in order and apart from one another. */
export function occupiedOf({ busy, sessions }: Host, now: Date, from: number, to: number): Stretch[] {
  const taken: Stretch[] = [];
  const add = (begin: number, end: number) => {
    if (begin < end && begin < to && end > from) taken.push({ from: begin, to: end });
  };
  for (const { startsAt, endsAt } of busy) add(startsAt.getTime(), endsAt.getTime());
  for (const session of sessions)
    if (counts(session, now))
      add(
        session.startsAt.getTime() - session.bufferBefore * minute,
        session.endsAt.getTime() + session.bufferAfter * minute,
      );
  return joined(taken);
}

/**
 * The moments at which a session of a type can begin, as stretches that include both ends, given when it is open and when the host cannot be taken: the
 * session lies within what is open, and with its buffers beside what is taken.
 */
export function beginnings(open: readonly Stretch[], taken: readonly Stretch[], type: SessionType): Stretch[] {
  const [length, before, after] = [type.lengthMinutes, type.bufferBefore, type.bufferAfter].map(
    (some) => some * minute,
  );
  const free: Stretch[] = [];
  let place = 0;
  for (const { from, to } of open) {
    const last = to - length!;
    let first = from;
    while (place < taken.length && taken[place]!.to + before! <= first) place += 1;
    for (let at = place; at < taken.length && first <= last; at += 1) {
      const next = taken[at]!;
      const until = Math.min(last, next.from - after! - length!);
      if (first <= until) free.push({ from: first, to: until });
      first = Math.max(first, next.to + before!);
    }
    if (first <= last) free.push({ from: first, to: last });
  }
  return free;
}

/** Of some ordered moments those that lie within stretches, which include both ends. */
export function within(moments: readonly number[], stretches: readonly Stretch[]): number[] {
  let place = 0;
  return moments.filter((moment) => {
    while (place < stretches.length && stretches[place]!.to < moment) place += 1;
    return place < stretches.length && stretches[place]!.from <= moment;
  });
}
