export interface ImportTargetField {
  key: string;
  label: string;
  required?: boolean;
  /** What fits: "a date", "a mail address". */
  hint?: string;
}

export interface ImportColumn {
  /** As the file names it. */
  name: string;
  /** First values, to see what is in it. */
  samples: string[];
  /** Key of the field it goes to; null: left out. */
  target: string | null;
}

export interface ImportProblem {
  row: number;
  field: string;
  /** What the file says; empty for nothing. */
  value: string;
  problem: string;
}

export interface ImportPreview {
  ready: number;
  merged: number;
  problems: ImportProblem[];
  /** How many rows have problems; `problems` may hold only the first ones. */
  problemRows: number;
  /** The first rows as they will be, by field key. */
  sample: Record<string, string>[];
}

export interface ImportRun {
  /** What is dealt with, counted, in words: "1 person on the list". */
  counted: string;
  total: number;
  done: number;
  failed: number;
  /** In words: "about 1 min left". */
  left?: string;
}

export type ImportStep = "upload" | "map" | "preview" | "run" | "done";
