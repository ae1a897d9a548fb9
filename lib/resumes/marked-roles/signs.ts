import { lookOf, printOf } from "./looks";
import { cuesOf, type Outline } from "./outline";
import { cueNames, type CueName, type RoleMarks } from "./role-marks";

/** More cues than this would tell the document by heart instead of its layout. */
const mostCues = 3;

/** How the lines of one meaning are told from others: fingerprints of their looks and cues. */
export type Signs = RoleMarks["layout"]["begins"];

/**
 * What these lines have in common and no other line of a document has: their looks and as few cues as will do. Where no cues tell them apart, those that
 * take the fewest others along (`wrong`). `from` and `to` limit the others.
 */
export function learnSigns(
  outline: Outline,
  lines: readonly number[],
  from = 0,
  to = outline.lines.length,
): Signs & { wrong: number } {
  const all = cuesOf(outline);
  const looks = outline.paragraphs.map(lookOf);
  const told = new Set(lines);
  let best: { cues: readonly CueName[]; wrong: number; signs: ReadonlySet<string> } | null = null;
  for (const cues of choicesOf(cueNames, mostCues)) {
    const signOf = (line: number): string => JSON.stringify([looks[line], ...cues.map((cue) => all[line]![cue])]);
    const signs = new Set(lines.map(signOf));
    let wrong = 0;
    for (let line = from; line < to; line++) if (!told.has(line) && signs.has(signOf(line))) wrong++;
    if (!best || wrong < best.wrong) best = { cues, wrong, signs };
    if (wrong === 0) break;
  }
  return { cues: [...best!.cues], prints: [...best!.signs].map(printOf).sort(), wrong: best!.wrong };
}

/** The lines of another document that have these signs. */
export function findSigns(outline: Outline, { cues, prints }: Signs): number[] {
  const known = new Set(prints);
  const all = cuesOf(outline);
  return outline.paragraphs.flatMap((paragraph, line) => {
    const sign = JSON.stringify([lookOf(paragraph), ...cues.map((cue) => all[line]![cue])]);
    return known.has(printOf(sign)) ? [line] : [];
  });
}

/** All choices of up to `most` of these, the smallest first, in their order. */
function choicesOf<One>(all: readonly One[], most: number): One[][] {
  const choices: One[][] = [[]];
  let before: { chosen: One[]; next: number }[] = [{ chosen: [], next: 0 }];
  for (let size = 1; size <= most; size++) {
    before = before.flatMap(({ chosen, next }) =>
      all.slice(next).map((one, at) => ({ chosen: [...chosen, one], next: next + at + 1 })),
    );
    choices.push(...before.map(({ chosen }) => chosen));
  }
  return choices;
}
