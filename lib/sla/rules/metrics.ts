import type { Match, Metric, RecordEvent } from "@/lib/platform/measured";
import type { Cause, ClockEvent } from "./events";

const kinds = ["stop", "cancel", "reopen", "start", "pause", "resume"] as const;

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
