import type { OpenResume } from "../read";
import { documentPrint, lookOfDuty, printOf } from "./looks";
import { outlineOf } from "./outline";
import type { RoleMarks } from "./role-marks";
import { learnSigns } from "./signs";

/** Paragraphs that a person clicked, by their numbers. */
export interface Clicked {
  /** "A role begins here": the first paragraph of each. */
  headers: readonly number[];
  /** "This is a duty." Where none is clicked, list items and typed bullets are. */
  bullets?: readonly number[];
  /** "The work history ends here": the first paragraph that is no part of it. */
  end?: number;
}

/**
 * What a person said about the roles of a document, to be kept for it and for others of its layout ({@link layoutKeyOf}). Clicks on what holds no
 * words count for the next paragraph that does; clicks behind the last word count for nothing.
 */
export function marksOf(open: OpenResume, clicked: Clicked): RoleMarks {
  const outline = outlineOf(open);
  const { lines, paragraphs, lineAt } = outline;
  const linesOf = (numbers: readonly number[]): number[] =>
    [...new Set(numbers.map(lineAt))].filter((line) => line < lines.length).sort((one, other) => one - other);
  const headers = linesOf(clicked.headers);
  const bullets = linesOf(clicked.bullets ?? []);
  const end = clicked.end === undefined ? lines.length : lineAt(clicked.end);
  const isEnd = end < lines.length;
  const begins = learnSigns(outline, headers);
  const ends = isEnd ? learnSigns(outline, [end], headers[0] ?? 0, end) : null;
  const numberOf = (line: number): number => lines[line]!.paragraph;
  return {
    document: documentPrint(open),
    headers: headers.map(numberOf),
    bullets: bullets.map(numberOf),
    end: isEnd ? numberOf(end) : null,
    layout: {
      begins: { cues: begins.cues, prints: begins.prints },
      bullets: [...new Set(bullets.map((line) => printOf(lookOfDuty(paragraphs[line]!))))].sort(),
      end: ends?.wrong === 0 ? { cues: ends.cues, prints: ends.prints } : null,
    },
  };
}
