import { SURE_ENOUGH, type ResumeReading } from "@/lib/resumes/types";
import type { Dated, PlanPoint } from "./plan-input";
import { fits, type FitCode } from "./reasons";
import type { RoleFacts } from "./role-facts";
import { placesOfRoles } from "./role-places";

/** What distribution must know of technologies: an own list of an organisation may stand behind it. */
export interface Technologies {
  /** The one name of a technology, whatever it is called; what is not known keeps its own. */
  nameOf(name: string): string;
  /** Technologies named in a text, each under its one name. */
  namedIn(text: string): ReadonlySet<string>;
  areRelated(one: string, other: string): boolean;
  /** The newest of what a point is about, or null where nothing is known of it. */
  newestOf(point: PlanPoint): Dated | null;
}

/** Every year back makes a role a tenth less telling, down to this. */
const leastRecency = 0.3;
const recencyOfUnknown = 0.6;
/** A role with few bullets takes some more all the same. */
const leastRoom = 3;

/**
 * What distribution must know of each role of a resume. Roles that the reader is not sure of take nothing in; neither do those without bullets,
 * unless no role has any. `blocked` are paragraphs behind which nothing can go. A new bullet goes behind the last one about its technology, or in
 * the middle: the first bullets say what a role was, and the last ones are read least. `thisYear` ends roles that go on.
 */
export function factsOfReading(
  reading: ResumeReading,
  technologies: Technologies,
  { blocked, thisYear }: { blocked: ReadonlySet<number>; thisYear: number },
): RoleFacts[] {
  const { roles, paragraphs } = reading;
  const textOf = (number: number) => paragraphs[number]?.text ?? "";
  // A paragraph is asked about as part of the resume, of its role, and alone.
  const namedIn = remembered((text: string) => technologies.namedIn(text));
  const namesIn = (texts: readonly string[]) => new Set(texts.flatMap((text) => [...namedIn(text)]));
  const anywhere = namesIn(paragraphs.map(({ text }) => text));
  const sure = roles.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  const places = placesOfRoles(reading, blocked);
  const noneHasBullets = places.every((open) => open.length === 0);
  return roles.map((role, number): RoleFacts => {
    const open = places[number]!;
    const header = Math.max(-1, ...role.headerParagraphs);
    const below = noneHasBullets && sure.includes(role) && header >= 0 && !blocked.has(header);
    const inBullet = new Map(open.map((bullet) => [bullet, namedIn(textOf(bullet))]));
    const named = namesIn(role.environment === null ? [] : [textOf(role.environment)]);
    const inText = namesIn([...role.headerParagraphs, ...role.bullets].map(textOf));
    const end = role.period?.current ? thisYear : (role.period?.end?.year ?? role.period?.start?.year ?? null);
    const yearsAgo = end === null ? null : Math.max(0, thisYear - end);
    const fitCode = (technology: string): FitCode => {
      if (named.has(technology)) return "named-by-role";
      if (inText.has(technology)) return "in-bullet";
      const isRelated = (other: string) => technologies.areRelated(technology, other);
      if ([...named].some(isRelated) || [...inText].some(isRelated)) return "related-in-role";
      return anywhere.has(technology) ? "elsewhere-in-resume" : "nowhere";
    };
    return {
      room: open.length > 0 || below ? Math.max(leastRoom, open.length) : 0,
      bulletCount: role.bullets.length,
      fitOf: remembered((technology) => {
        const code = fitCode(technology);
        return { code, value: fits[code] };
      }),
      recency: yearsAgo === null ? recencyOfUnknown : Math.max(leastRecency, 0.9 ** yearsAgo),
      yearsAgo,
      endYear: role.period?.current ? null : (role.period?.end?.year ?? null),
      takesBehind: (paragraph) => role.bullets.includes(paragraph) && !blocked.has(paragraph),
      behind: (technology) => {
        const about = open.filter((bullet) => inBullet.get(bullet)!.has(technology));
        return about.at(-1) ?? middleOf(open, paragraphs) ?? header;
      },
    };
  });
}

/** Of plain paragraphs the first often tells what the company does: the middle lies behind it. */
const middleOf = (open: readonly number[], paragraphs: ResumeReading["paragraphs"]): number | undefined =>
  open[Math.floor((open.length - (paragraphs[open[0]!]?.list ? 1 : 0)) / 2)] ?? open.at(-1);

function remembered<Value>(work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}
