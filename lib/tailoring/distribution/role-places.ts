import { namesDegree } from "@/lib/resumes/reading/words";
import { MARKED, SURE_ENOUGH, type ResumeParagraph, type ResumeReading, type ResumeRole } from "@/lib/resumes/types";

/** The bullets of a role among which new ones go, in their order. Empty where the role takes none in. */
export type RolePlaces = readonly number[];

/** Where a resume has roles as sure as this, those that are less sure take nothing in. */
const quiteSure = 0.75;

/**
 * The bullets among which new ones go, for each role: those of the role's longest stretch of bullets that look alike with nothing between them. What
 * comes after it may be awards, a list of projects, or the beginning of what the reader took for the role's. Where a person showed the role, nothing is
 * doubted.
 */
export function placesOfRoles({ roles, paragraphs }: ResumeReading): RolePlaces[] {
  const least = roles.some((role) => role.confidence >= quiteSure && role.bullets.length > 0) ? quiteSure : SURE_ENOUGH;
  const stretches = roles.map((role) => (role.confidence < least ? [] : longestStretch(role, paragraphs)));
  // A single paragraph that is no list item may be anything; it counts only where all roles are told so.
  const isTold = (stretch: readonly number[]) =>
    stretch.length > 1 || stretch.some((one) => paragraphs[one]!.list !== null);
  const someTold = stretches.some(isTold);
  return stretches.map((stretch, at) => (someTold && !isTold(stretch) && !isMarked(roles[at]!) ? [] : stretch));
}

const isMarked = ({ evidence }: ResumeRole): boolean => evidence.some(({ cue }) => cue === MARKED);

function longestStretch(role: ResumeRole, paragraphs: readonly ResumeParagraph[]): number[] {
  const { bullets, headerParagraphs } = role;
  const heads = new Set(headerParagraphs.map((head) => kindOf(paragraphs[head]!)));
  const stretches: number[][] = [];
  for (const bullet of bullets) {
    const last = stretches.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      kindOf(paragraphs[last]!) === kindOf(paragraphs[bullet]!) &&
      nothingBetween(paragraphs, last, bullet);
    if (goesOn) stretches.at(-1)!.push(bullet);
    else stretches.push([bullet]);
  }
  return stretches
    .filter(([first]) => isMarked(role) || !isHeading(paragraphs[first!]!, heads))
    .map((stretch) => untilDegree(stretch, paragraphs))
    .reduce((best, one) => (one.length > best.length ? one : best), []);
}

/** Schools that are told below the last duty look like duties where both were typed alike. */
function untilDegree(stretch: readonly number[], paragraphs: readonly ResumeParagraph[]): number[] {
  const school = stretch.findIndex((bullet, at) => at > 0 && namesDegree(paragraphs[bullet]!.text));
  return school < 0 ? [...stretch] : stretch.slice(0, school);
}

/** A bold paragraph outside of lists, or an item of the same list as the role's header. */
const isHeading = (paragraph: ResumeParagraph, heads: ReadonlySet<string>): boolean =>
  paragraph.list === null ? paragraph.bold > 0.8 : heads.has(kindOf(paragraph));

const kindOf = ({ list, container, rightToLeft, bold }: ResumeParagraph): string =>
  JSON.stringify([
    list?.source,
    list?.listId,
    list?.level,
    list?.marker,
    container,
    rightToLeft,
    list === null && bold > 0.8,
  ]);

function nothingBetween(paragraphs: readonly ResumeParagraph[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const { text, copy } = paragraphs[at]!;
    if (copy !== "fallback" && text.trim() !== "") return false;
  }
  return true;
}
