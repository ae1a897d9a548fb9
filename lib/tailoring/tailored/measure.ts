import type { OpenResume } from "@/lib/resumes/read";
import type { ResumeReading, YearMonth } from "@/lib/resumes/types";
import type { Plan } from "@/lib/tailoring/distribution/plan";
import { scoreOf, type SkillScore } from "@/lib/tailoring/score/score";
import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import type { DraftPoint } from "./draft-schema";
import { weightsOfSkills, type AskedSkill } from "./plan-draft";
import { lengthOf } from "./resume-length";
import type { LengthView, ScoreView } from "./tailoring-view";

/**
 * What a reading will be once a plan was applied: the new points are bullets of their roles. Their paragraphs are numbered behind all others,
 * in the order of `plan.placed`, so that what stood there keeps its numbers.
 */
export function readingWith(
  { paragraphs, roles }: Pick<ResumeReading, "paragraphs" | "roles">,
  { placed }: Pick<Plan, "placed">,
  points: readonly { text: string }[],
): Pick<ResumeReading, "paragraphs" | "roles"> {
  // Paragraphs are counted without a gap, so the next number is how many there are.
  const added = placed.map(({ point, after, role }, place) => ({
    role,
    paragraph: { ...paragraphs[after]!, index: paragraphs.length + place, text: points[point]!.text },
  }));
  return {
    paragraphs: [...paragraphs, ...added.map(({ paragraph }) => paragraph)],
    roles: roles.map((role, number) => ({
      ...role,
      bullets: [...role.bullets, ...added.flatMap((one) => (one.role === number ? [one.paragraph.index] : []))],
    })),
  };
}

/** The score of a resume for a requirement, as it is and with the points of a plan; null where the requirement asks for nothing. */
export function measureScore(
  reading: ResumeReading,
  plan: Pick<Plan, "placed">,
  points: readonly DraftPoint[],
  skills: readonly AskedSkill[],
  today: YearMonth,
  own: readonly OwnTechnology[],
): ScoreView | null {
  if (skills.length === 0) return null;
  const weights = weightsOfSkills(skills, own);
  const named = skills.map((skill) => ({ ...skill, technology: technologyNamed(skill.name, own)?.name ?? skill.name }));
  const wanted = named.map(({ technology, years }) => ({ technology, years, weight: weights.get(technology)! }));
  const namedIn = (text: string) => findTechnologies(text, own);
  const before = scoreOf(reading, wanted, namedIn, today);
  const then = readingWith(reading, plan, points);
  const after = scoreOf(then, wanted, namedIn, today);
  const first = then.paragraphs.length - plan.placed.length;
  const pointsOf = ({ evidence }: SkillScore) =>
    evidence.flatMap(({ paragraph }) => {
      const placed = plan.placed[paragraph - first];
      return placed ? [points[placed.point]!.id] : [];
    });
  return {
    ...{ formula: before.version, before: before.value, after: after.value },
    skills: named.map(({ technology, need }, number) => ({
      ...{ technology, need, before: before.skills[number]!.share, after: after.skills[number]!.share },
      evidence: before.skills[number]!.evidence,
      points: pointsOf(after.skills[number]!),
    })),
  };
}

/** Pages before and after, estimated from the sizes of page and letters; null for a PDF, whose pages a new document does not keep. */
export function measureLength(
  resume: OpenResume,
  { placed }: Pick<Plan, "placed">,
  points: readonly { text: string }[],
): LengthView | null {
  const length = lengthOf(resume);
  if (!length) return null;
  const { lines, linesOf, linesPerPage } = length;
  const grown = lines + placed.reduce((sum, { point }) => sum + linesOf(points[point]!.text), 0);
  const pages = (count: number) => Math.max(0.1, Math.round((count / linesPerPage) * 10) / 10);
  const spare = Math.ceil(grown / linesPerPage) * linesPerPage - grown;
  return { before: pages(lines), after: pages(grown), spareLines: Math.floor(spare) };
}
