import { minute } from "./host-time";
import { counts } from "./occupied";
import type { Host, HostSession, Question, Span } from "./question";

/** What stands in a host's calendar where a session would be. */
export type Occupied =
  /** Something in an outside calendar. */
  | { code: "busy"; until: Date }
  | { code: "session"; until: Date }
  /** Somebody is booking this time, or one beside it, and has until then to do so. */
  | { code: "held"; until: Date }
  /** So many minutes that are kept free before or after the new session, or its neighbour, would not be. */
  | { code: "buffer"; minutes: number; side: "before" | "after"; of: "this" | "neighbour" };

/** All that keeps a host from beginning a session at a moment: one of each kind, that which lasts longest. */
export function occupiedAt(at: number, host: Host, { type, now }: Question): Occupied[] {
  const own = { from: at, to: at + type.lengthMinutes * minute, before: type.bufferBefore, after: type.bufferAfter };
  const found = [
    ...host.busy.flatMap((span) => nextTo(own, aroundOf(span, 0, 0), "busy")),
    ...host.sessions
      .filter((session) => counts(session, now))
      .flatMap((session) => nextTo(own, aroundOf(session, session.bufferBefore, session.bufferAfter), session)),
  ];
  const longest = new Map<string, Occupied>();
  for (const one of found) {
    const kind = one.code === "buffer" ? `${one.side} ${one.of}` : one.code;
    const known = longest.get(kind);
    if (!known || sizeOf(one) > sizeOf(known)) longest.set(kind, one);
  }
  return [...longest.values()];
}

/** A session or a busy time in milliseconds, with the minutes kept free around it. */
interface Around {
  from: number;
  to: number;
  before: number;
  after: number;
}

const aroundOf = ({ startsAt, endsAt }: Span, before: number, after: number): Around => ({
  ...{ from: startsAt.getTime(), to: endsAt.getTime(), before, after },
});

function nextTo(own: Around, other: Around, what: HostSession | "busy"): Occupied[] {
  const [begin, end] = [other.from - other.before * minute, other.to + other.after * minute];
  if (begin >= end || begin >= own.to + own.after * minute || end <= own.from - own.before * minute) return [];
  if (what !== "busy" && what.heldUntil != null) return [{ code: "held", until: what.heldUntil }];
  if (other.from < own.to && other.to > own.from)
    return [{ code: what === "busy" ? "busy" : "session", until: new Date(other.to) }];
  const side = other.from >= own.to ? "after" : "before";
  const gap = side === "after" ? other.from - own.to : own.from - other.to;
  // The two times follow one another: where the own one fits, it is the neighbour's for which no room is left.
  if (gap < own[side] * minute) return [{ code: "buffer", minutes: own[side], side, of: "this" }];
  const facing = side === "after" ? "before" : "after";
  return [{ code: "buffer", minutes: other[facing], side: facing, of: "neighbour" }];
}

const sizeOf = (one: Occupied): number => (one.code === "buffer" ? one.minutes : one.until.getTime());
