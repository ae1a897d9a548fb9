import { daysIn, minute, weekOf } from "./host-time";
import { counts } from "./occupied";
import type { Host, SessionType } from "./question";

/** From when until when a host can be booked: a moment, and the number of the last civil day. */
export interface Reach {
  earliest: number;
  lastDay: number;
}

/** The longer notice and the shorter horizon of host and type hold. */
export function reachOf(host: Host, type: SessionType, now: Date): Reach {
  return {
    earliest: now.getTime() + Math.max(0, host.noticeMinutes, type.noticeMinutes) * minute,
    lastDay: daysIn(host.availability.timeZone)(now.getTime()) + Math.min(host.horizonDays, type.horizonDays),
  };
}

/** A limit that a civil day has reached. */
export type ReachedLimit =
  | { code: "dayLimit"; of: "host" | "type"; most: number }
  | { code: "weekLimit"; most: number };

/** Tells which limits of sessions a civil day has reached; a session counts on the day on which it begins. */
export function limitsOf(host: Host, type: SessionType, now: Date): (dayNumber: number) => ReachedLimit[] {
  if (host.mostPerDay === null && host.mostPerWeek === null && type.mostPerDay === null) return () => [];
  const [days, ofType, weeks] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const count = (counted: Map<number, number>, of: number) => counted.set(of, (counted.get(of) ?? 0) + 1);
  const dayOf = daysIn(host.availability.timeZone);
  for (const session of host.sessions) {
    if (!counts(session, now)) continue;
    const began = dayOf(session.startsAt.getTime());
    if (host.mostPerDay !== null) count(days, began);
    if (host.mostPerWeek !== null) count(weeks, weekOf(began));
    if (session.typeId === type.id) count(ofType, began);
  }
  const isReached = (most: number | null, counted = 0): most is number => most !== null && counted >= most;
  return (dayNumber) => {
    const reached: ReachedLimit[] = [];
    if (isReached(host.mostPerDay, days.get(dayNumber)))
      reached.push({ code: "dayLimit", of: "host", most: host.mostPerDay });
    if (isReached(type.mostPerDay, ofType.get(dayNumber)))
      reached.push({ code: "dayLimit", of: "type", most: type.mostPerDay });
    if (isReached(host.mostPerWeek, weeks.get(weekOf(dayNumber))))
      reached.push({ code: "weekLimit", most: host.mostPerWeek });
    return reached;
  };
}
