/** What a competency says: a sentence, and what one sees at each of the five levels. */
export interface CompetencyContent {
  /** Stays the same over versions, so that a later rating can be laid beside an earlier one. */
  key: string;
  cluster: string;
  name: string;
  description: string;
  /** Levels 1 to 5, as behaviour that somebody else could have seen. */
  levels: readonly [string, string, string, string, string];
}
