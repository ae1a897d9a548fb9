import type { Cause, ClockEvent, ClockRules } from "./events";
import type { Moment } from "./moment";

/** Something that happened to a record, as its module tells it: codes and ids, never text about people. */
export interface RecordEvent {
  at: Moment;
  /** The order among events of one moment. */
  order: number;
  /** The code of the event. */
  name: string;
  /** What tells events of one name apart: who wrote a message, say, as a code. */
  facts?: Facts;
  /** The record behind it, and who did it. */
  id?: string;
  by?: string;
}

type Facts = Readonly<Record<string, string | number | boolean>>;

/** Events by their name, or those of a name alone whose facts are these. */
export type Match = string | { name: string; facts: Facts };

const kinds = ["stop", "cancel", "reopen", "start", "pause", "resume"] as const;

/** What a module measures of its records: which of their events move the clocks. */
export interface Metric extends ClockRules {
  key: string;
  /** The kind of record. */
  entity: string;
  /** At least what starts one. One event may do two things, as an answer that is a question itself: it ends before it begins. */
  on: { start: readonly Match[] } & Partial<Record<(typeof kinds)[number], readonly Match[]>>;
}

/** What a record's history is to the clocks of a metric. Terms and exclusions are none of the record's: they join these from elsewhere. */
export const eventsOf = ({ on }: Pick<Metric, "on">, records: readonly RecordEvent[]): ClockEvent[] =>
  records.flatMap((event) =>
    kinds
      .filter((what) => on[what]?.some((match) => matches(match, event)))
      .map((what): ClockEvent => ({ at: event.at, order: event.order, what, cause: causeOf(event) })),
  );

function matches(match: Match, { name, facts = {} }: RecordEvent): boolean {
  if (typeof match === "string") return match === name;
  return match.name === name && Object.entries(match.facts).every(([key, value]) => facts[key] === value);
}

const causeOf = ({ name, id, by }: RecordEvent): Cause => ({
  code: name,
  ...(id === undefined ? {} : { id }),
  ...(by === undefined ? {} : { by }),
});
