import { z } from "zod";

/** What else than its looks tells a role's first line from others, the most telling first. */
export const cueNames = [
  "label",
  "dates",
  "section",
  "gap",
  "above",
  "below",
  "datesBelow",
  "length",
  "employer",
  "title",
] as const;

export type CueName = (typeof cueNames)[number];

const numbers = z.array(z.int().nonnegative()).max(2000);
const prints = z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(2000);
const signs = z.strictObject({ cues: z.array(z.enum(cueNames)), prints });

/**
 * Where a person says that the roles of a document are. Plain JSON without a word of the document: numbers of its paragraphs, and fingerprints of how
 * such paragraphs look, by which those of another document of the same layout are found.
 */
export const roleMarks = z.strictObject({
  /** Fingerprint of the very document, whose paragraphs are taken by number. */
  document: z.string(),
  /** Paragraphs with which a role begins, top to bottom. */
  headers: numbers,
  /** Paragraphs that were clicked as duties; empty where the reader's own finding will do. */
  bullets: numbers,
  /** First paragraph behind the work history; null where nobody said. */
  end: z.int().nonnegative().nullable(),
  /** How all that looks. */
  layout: z.strictObject({
    /** What the lines with which roles begin have and others have not, with the fewest cues that tell them apart. */
    begins: signs,
    /** The looks of clicked duties. */
    bullets: prints,
    /** What the line behind the work history has and nothing of the history has; null where nobody said, or nothing tells it apart. */
    end: signs.nullable(),
  }),
});

export type RoleMarks = z.infer<typeof roleMarks>;
