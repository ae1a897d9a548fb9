import type { Transaction } from "@/db/client";
import type { OrganisationFacts } from "@/lib/platform/organisation";

/*
 * What a module says of its records so that promises about them can be measured: which of their events move a clock, and how to read
 * those events out of the module's own tables. The clocks themselves are lib/sla's.
 */

type Facts = Readonly<Record<string, string | number | boolean>>;

/** Something that happened to a record, as its module tells it: codes and ids, never text about people. */
export interface RecordEvent {
  /** Whole seconds since the epoch. One that is still to come may be among them, such as the end of a session. */
  at: number;
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

/** Events by their name, or those of a name alone whose facts are these. */
export type Match = string | { name: string; facts: Facts };

/** What is measured: which events move the clocks of a record, and how those follow one another. */
export interface Metric {
  key: string;
  /** The kind of record. */
  entity: string;
  /** Whether a clock runs once for a record, or again with each start after a stop. What was cancelled did not run. */
  runs: "once" | "again";
  /** Whether the clock that was stopped goes on when its matter is reopened, or another one begins. */
  reopened: "goes-on" | "begins-anew";
  /** At least what starts one. One event may do two things, as an answer that is a question itself: it ends before it begins. */
  on: { start: readonly Match[] } & Partial<
    Record<"stop" | "cancel" | "reopen" | "pause" | "resume", readonly Match[]>
  >;
}

/** A record's history, and what decides by which policy it is measured and who answers for it. */
export interface MeasuredRecord {
  events: RecordEvent[];
  /** By which policies ask: ids or codes, such as the package of a programme. */
  traits: Readonly<Record<string, string>>;
  responsibleId: string | null;
  /** Who waits, where that is one person. */
  personId: string | null;
  sponsorId: string | null;
}

/** How a measured record is shown where its clocks are listed. */
export interface MeasuredTitle {
  title: string;
  /** Below `/[organisation]`. */
  path: string;
}

type Reading = { tx: Transaction; organisation: OrganisationFacts };

/** A metric with the way to the records that it measures. */
export interface Measured extends Metric {
  /** Names of the events after which clocks may stand otherwise. */
  touchedBy: readonly string[];
  /** The records that such events are about, from the data of those events. */
  touched(context: Reading, events: ReadonlyArray<{ name: string; data: Record<string, unknown> }>): Promise<string[]>;
  /** The histories of records; what is not there has none. Metrics that are measured together are handed the same context, and each time another one. */
  histories(context: Reading, ids: readonly string[]): Promise<Map<string, MeasuredRecord>>;
  /** All records that ever could have a clock: up to 500 ids after one, in order. */
  ids(tx: Transaction, after: string | null): Promise<string[]>;
  titles(context: Reading, ids: readonly string[]): Promise<Map<string, MeasuredTitle>>;
  /** Which traits policies may ask for, and what their values are called. */
  traits: Readonly<Record<string, (tx: Transaction) => Promise<{ value: string; label: string }[]>>>;
}
