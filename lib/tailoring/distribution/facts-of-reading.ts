import { SURE_ENOUGH, type ResumeReading } from "@/lib/resumes/types";
import type { Dated, PlanPoint } from "./plan-input";
import { fits, type FitCode } from "./reasons";
import type { RoleFacts } from "./role-facts";
import { placesOfRoles } from "./role-places";
import { spreadOver } from "./spread";

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
 * unless no role has any. `blocked` are paragraphs behind which nothing can go, `doubtful` those that are taken only where a role has no others.
 * `thisYear` ends roles that go on.
 */
export function factsOfReading(
  reading: ResumeReading,
  technologies: Technologies,
  places: { blocked: ReadonlySet<number>; doubtful: ReadonlySet<number>; thisYear: number },
): RoleFacts[] {
  const { roles, paragraphs } = reading;
  const { blocked, doubtful, thisYear } = places;
  const textOf = (number: number) => paragraphs[number]?.text ?? "";
  // A paragraph is asked about as part of the resume, of its role, and alone.
  const namedIn = remembered((text: string) => technologies.namedIn(text));
  const namesIn = (texts: readonly string[]) => new Set(texts.flatMap((text) => [...namedIn(text)]));
  const anywhere = namesIn(paragraphs.map(({ text }) => text));
  const sure = roles.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  const isFree = (bullet: number): boolean => !blocked.has(bullet);
  const stretches = placesOfRoles(reading);
  const noneHasBullets = stretches.every((stretch) => stretch.length === 0);
  return roles.map((role, number): RoleFacts => {
    const open = stretches[number]!.filter(isFree);
    const header = Math.max(-1, ...role.headerParagraphs);
    const below = noneHasBullets && sure.includes(role) && header >= 0 && isFree(header);
    // A person may choose a role that would not be taken unasked.
    const bullets = open.length > 0 ? stretches[number]! : role.bullets;
    const free = bullets.filter(isFree);
    const safe = free.filter((bullet) => !doubtful.has(bullet));
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
      takesBehind: (paragraph) => role.bullets.includes(paragraph) && isFree(paragraph),
      hasPlace: free.length > 0 || (header >= 0 && isFree(header)),
      placesFor: (wanted, taken) => {
        if (free.length === 0 || below) return wanted.map(() => header);
        const about = (technology: string): number[] => {
          const same = bullets.filter((bullet) => namedIn(textOf(bullet)).has(technology));
          const isRelated = (other: string) => technologies.areRelated(technology, other);
          return same.length > 0 ? same : bullets.filter((bullet) => [...namedIn(textOf(bullet))].some(isRelated));
        };
        const firstApart = paragraphs[free[0]!]?.list === null;
        return spreadOver({ bullets, open: safe.length > 0 ? safe : free, about, firstApart }, wanted, taken);
      },
    };
  });
}

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
