import type { OpenResume } from "@/lib/resumes/read";
import type { YearMonth } from "@/lib/resumes/types";
import { knownTechnologies } from "@/lib/tailoring/distribution/known-technologies";
import { usualLimits } from "@/lib/tailoring/distribution/plan-input";
import type { Plan } from "@/lib/tailoring/distribution/plan";
import { weightOf } from "@/lib/tailoring/requirements/required-skills";
import { planFor, roomsFor, type TailoringRequest } from "@/lib/tailoring/tailor-resume";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import type { Draft } from "./draft-schema";
import { freePartOf } from "./resume-length";

/** A skill as a requirement has it. */
export interface AskedSkill {
  name: string;
  need: "must" | "nice";
  years: number | null;
}

/** What the skills of a requirement weigh, by the one name of each. Where the words came from is no longer known, so mentions count once. */
export const weightsOfSkills = (
  skills: readonly AskedSkill[],
  own: readonly OwnTechnology[],
): ReadonlyMap<string, number> =>
  new Map(
    skills.map(({ name, need, years }) => [
      technologyNamed(name, own)?.name ?? name,
      weightOf({ need, years, told: false, inTitle: false, mentions: 1 }),
    ]),
  );

/**
 * Where the points of a draft go in a resume. Numbers of points in the plan are places in `draft.points`. `own` are the organisation's technologies.
 * Refuses as {@link planFor}.
 */
export function planDraft(
  resume: OpenResume,
  draft: Draft,
  skills: readonly AskedSkill[],
  today: YearMonth,
  own: readonly OwnTechnology[],
): Plan {
  const plan = planFor(resume, requestOf(resume, draft, skills, today, own));
  const isHeld = (point: number) => !(draft.points[point]!.id in draft.decided);
  // What is only held is where the plan had put it, not where a person did.
  const placed = plan.placed.map((one) =>
    isHeld(one.point) ? { ...one, because: { ...one.because, byHand: false } } : one,
  );
  return { ...plan, placed };
}

/** How many new bullets each role takes at most. */
export const roomsOfDraft = (
  resume: OpenResume,
  draft: Draft,
  skills: readonly AskedSkill[],
  today: YearMonth,
  own: readonly OwnTechnology[],
): number[] => roomsFor(resume, requestOf(resume, draft, skills, today, own));

function requestOf(
  resume: OpenResume,
  { points, decided, held, pages }: Draft,
  skills: readonly AskedSkill[],
  { year }: YearMonth,
  own: readonly OwnTechnology[],
): TailoringRequest {
  const numberOf = new Map(points.map(({ id }, number) => [id, number]));
  const places = new Map(
    Object.entries({ ...held, ...decided }).flatMap(([id, decision]) => {
      const number = numberOf.get(id);
      if (number === undefined) return [];
      const place = decision && { role: decision.role, ...(decision.after === null ? {} : { after: decision.after }) };
      return [[number, place] as const];
    }),
  );
  return {
    ...{ points, technologies: knownTechnologies(own), thisYear: year, limits: usualLimits },
    weights: weightsOfSkills(skills, own),
    // Where nobody decided anything, a resume whose roles are not sure is refused instead of left without points.
    ...(places.size > 0 ? { decided: places } : {}),
    // No page more is what the last one leaves free, and not no line more.
    ...(pages === null ? {} : { pages: pages === 0 ? freePartOf(resume) : pages }),
  };
}
