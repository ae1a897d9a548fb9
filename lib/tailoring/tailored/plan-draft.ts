import type { OpenResume } from "@/lib/resumes/read";
import type { YearMonth } from "@/lib/resumes/types";
import { knownTechnologies } from "@/lib/tailoring/distribution/known-technologies";
import { usualLimits } from "@/lib/tailoring/distribution/plan-input";
import type { Plan } from "@/lib/tailoring/distribution/plan";
import { weightOf } from "@/lib/tailoring/requirements/required-skills";
import { planFor, roomsFor, type TailoringRequest } from "@/lib/tailoring/tailor-resume";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import type { Draft } from "./draft-schema";

/** A skill as a requirement has it. */
export interface AskedSkill {
  name: string;
  need: "must" | "nice";
  years: number | null;
}

/** What the skills of a requirement weigh, by the one name of each. Where the words came from is no longer known, so mentions count once. */
export const weightsOfSkills = (skills: readonly AskedSkill[]): ReadonlyMap<string, number> =>
  new Map(
    skills.map(({ name, need, years }) => [
      technologyNamed(name)?.name ?? name,
      weightOf({ need, years, told: false, inTitle: false, mentions: 1 }),
    ]),
  );

/** Where the points of a draft go in a resume. Numbers of points in the plan are places in `draft.points`. Refuses as {@link planFor}. */
export function planDraft(resume: OpenResume, draft: Draft, skills: readonly AskedSkill[], today: YearMonth): Plan {
  const plan = planFor(resume, requestOf(draft, skills, today));
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
): number[] => roomsFor(resume, requestOf(draft, skills, today));

function requestOf(
  { points, decided, held, pages }: Draft,
  skills: readonly AskedSkill[],
  { year }: YearMonth,
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
    ...{ points, technologies: knownTechnologies(), thisYear: year, limits: usualLimits },
    weights: weightsOfSkills(skills),
    // Where nobody decided anything, a resume whose roles are not sure is refused instead of left without points.
    ...(places.size > 0 ? { decided: places } : {}),
    ...(pages === null ? {} : { pages }),
  };
}
