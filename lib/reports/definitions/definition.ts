import "server-only";
import type { SQL } from "drizzle-orm";

/** What a figure counts: its rows are these, one by one. */
export type Subject = "programmes" | "phases" | "tasks" | "moves" | "sessions";

/** How a figure is written: `months` are days divided by 30.44, `share` is of 1, `score` 0 to 10, `points` −100 to 100. */
export type Unit = "share" | "months" | "days" | "programmes" | "score" | "points" | "interviews";

/**
 * Which rows a figure counts. `within`: those whose day, in the organisation's zone, lies in the period. `at`: those for which something
 * held at the period's end (a moment; now, where the period reaches today).
 */
export type Counted =
  | { by: "within"; day: SQL; where: SQL }
  | { by: "at"; where: (moment: SQL) => SQL; pastIsKnown: boolean };

/** What is made of the rows. Each names the words of its formula in messages/en/reports.json under `definitions.<key>`. */
export type Measure =
  /** How many of the counted meet a condition. */
  | { kind: "share"; met: (moment: SQL) => SQL }
  /** How many of the others there are for each one that meets a condition. */
  | { kind: "per"; met: SQL }
  /** The middle one of their values. */
  | { kind: "median"; value: SQL }
  | { kind: "mean"; value: SQL }
  /** Of a hundred, how many more are at `above` or over it than at `below` or under it. */
  | { kind: "net"; value: SQL; above: number; below: number }
  /** Time until an event, in days, of those too in whom it has not come: the median of Kaplan and Meier's curve. */
  | { kind: "survival"; time: SQL; event: SQL }
  /** How many there are for each consultant who has any. */
  | { kind: "load" };

/**
 * A figure as data. Its conditions speak of the facts of a programme (`programmeFacts`) and, where a programme has many rows, of one of
 * them (`row`). What changes its value is a new version; words alone are not.
 */
export interface Definition {
  key: string;
  version: number;
  /** The first day on which this version held. */
  since: string;
  subject: Subject;
  unit: Unit;
  /** Which direction is good news. */
  better: "more" | "less";
  counted: Counted;
  measure: Measure;
  /** Columns of the rows that show why a row counts, and as what. */
  columns: readonly string[];
}
