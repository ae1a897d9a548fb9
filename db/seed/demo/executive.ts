/** What is told about an executive of the demo: enough to write a history from. Days count back from today. */
export interface DemoExecutive {
  name: string;
  role: string;
  company: string;
  consultant: "judith" | "henrik";
  /** How many days ago they were invited. */
  invited: number;
  /** Where the story stands now. */
  now:
    | { state: "invited" }
    | { state: "intake" }
    | { state: "active"; phase: number; inPhase: number; contact: number }
    | { state: "paused"; phase: number; since: number; reason: string }
    | {
        state: "landed";
        ago: number;
        employer: string;
        title: string;
        kind?: "employed" | "self-employed" | "portfolio";
      }
    | { state: "withdrawn"; ago: number; reason: string };
  package?: "leadership";
}

/** At work in a phase; days since they came into it, and since the last contact. */
export const active = (phase: number, inPhase: number, contact: number) => ({
  state: "active" as const,
  phase,
  inPhase,
  contact,
});

/** Landed so many days ago. */
export const landed = (ago: number, title: string, employer: string) => ({
  state: "landed" as const,
  ago,
  title,
  employer,
});
