/** What a file is like apart from its text: whatever can keep an applicant-tracking system from reading it. Paragraphs as in the reading. */
export interface LayoutFacts {
  fileName: string;
  /** As the file says, or null where it does not. */
  pages: number | null;
  /** Paragraphs in columns that stand side by side; empty in a file with one column. */
  columns: number[];
  /** Paragraphs inside of text boxes, also those in a table that lies in a box. */
  textBoxes: number[];
  /** Paragraphs with a picture beside or in them. */
  pictures: number[];
  /** Paragraphs with text that is hidden, or white on white. */
  hidden: number[];
  /** Paragraphs with insertions, deletions or other changes that nobody accepted. */
  trackedChanges: number[];
  comments: number;
  /** Names of the fonts that the text is in, with the share of the letters, 0 to 1. Empty where the file does not tell. */
  fonts: { name: string; share: number; embedded: boolean }[];
}

/** Facts of a file of which nothing but the name is known. */
export const noFacts = (fileName: string): LayoutFacts => ({
  fileName,
  pages: null,
  columns: [],
  textBoxes: [],
  pictures: [],
  hidden: [],
  trackedChanges: [],
  comments: 0,
  fonts: [],
});
