import type { ResumeReading, ResumeRole, YearMonth } from "@/lib/resumes/types";

/** A skill that a job asks for. */
export interface WantedSkill {
  technology: string;
  /** Above 0: what it counts beside the others. */
  weight: number;
  /** Years of work with it that the job wants, or null. */
  years: number | null;
}

/** The formula's number: scores of different versions are not compared. */
export const scoreVersion = 1;

export interface Score {
  version: typeof scoreVersion;
  /** 0 to 100, rounded down. */
  value: number;
  /** In the order of the job's skills. */
  skills: SkillScore[];
}

export interface SkillScore {
  technology: string;
  weight: number;
  /** 0 to 1: the sum of the parts that the skill has. */
  share: number;
  /** Where the resume names it: paragraph, and the words as they are written there. */
  evidence: { paragraph: number; written: string }[];
  /** Roles that name it, by number. */
  roles: number[];
  /** Months of work in those roles, none counted twice. */
  months: number;
}

/** Parts of a skill's share. Our own figures: that it stands there at all counts most, because that is what a search for the word finds. */
export const parts = {
  named: 0.5,
  /** In a role, where it says what was done with it. */
  inRole: 0.2,
  /** In a role that ended within three years. */
  recent: 0.15,
  /** The part of the years wanted that roles with it lasted; all of it where none are wanted. */
  years: 0.15,
} as const;

const recentMonths = 36;

/**
 * How well a resume as it is written answers a job: Σ weight × share / Σ weight, in percent. A skill is there by its name or an alias, never by
 * something related. Naming a wanted skill once more never lowers the score. `namedIn` finds technologies in a text; `today` ends roles that go on.
 */
export function scoreOf(
  { paragraphs, roles }: Pick<ResumeReading, "paragraphs" | "roles">,
  wanted: readonly WantedSkill[],
  namedIn: (text: string) => readonly { technology: string; written: string }[],
  today: YearMonth,
): Score {
  const found = new Map<string, SkillScore["evidence"]>();
  for (const { index, text, copy } of paragraphs) {
    if (copy === "fallback") continue;
    const here = new Set<string>();
    for (const { technology, written } of namedIn(text)) {
      if (here.has(technology)) continue;
      here.add(technology);
      found.set(technology, [...(found.get(technology) ?? []), { paragraph: index, written }]);
    }
  }
  const skills = wanted.map((skill) => skillScore(skill, found.get(skill.technology) ?? [], roles, today));
  const all = skills.reduce((sum, { weight }) => sum + weight, 0);
  const reached = skills.reduce((sum, { weight, share }) => sum + weight * share, 0);
  // A little more than the sum may be short of by adding in another order.
  const value = all === 0 ? 0 : Math.floor((100 * reached) / all + 1e-9);
  return { version: scoreVersion, value, skills };
}

function skillScore(
  { technology, weight, years }: WantedSkill,
  evidence: SkillScore["evidence"],
  all: readonly ResumeRole[],
  today: YearMonth,
): SkillScore {
  const places = new Set(evidence.map(({ paragraph }) => paragraph));
  const roles = all.flatMap((role, number) => (paragraphsOf(role).some((one) => places.has(one)) ? [number] : []));
  const spans = roles.flatMap((number) => spanOf(all[number]!, today) ?? []);
  const months = monthsOf(spans);
  const isRecent = spans.some(({ to }) => monthNumber(today) - to < recentMonths);
  const share =
    (evidence.length > 0 ? parts.named : 0) +
    (roles.length > 0 ? parts.inRole : 0) +
    (isRecent ? parts.recent : 0) +
    (roles.length > 0 ? parts.years * (years ? Math.min(1, months / (12 * years)) : 1) : 0);
  return { technology, weight, share, evidence, roles, months };
}

const paragraphsOf = ({ headerParagraphs, bullets, environment }: ResumeRole): number[] => [
  ...headerParagraphs,
  ...bullets,
  ...(environment === null ? [] : [environment]),
];

/** First and last month, counted from the year 0. */
interface Span {
  from: number;
  to: number;
}

const monthNumber = ({ year, month }: YearMonth, otherwise = 1): number => 12 * year + (month ?? otherwise) - 1;

/** A year alone is all of it: "2014 to 2016" is three years at most, and that is what its owner says. */
function spanOf({ period }: ResumeRole, today: YearMonth): Span | null {
  const end = period?.current ? today : period?.end;
  if (!period?.start || !end) return null;
  const span = { from: monthNumber(period.start), to: monthNumber(end, 12) };
  return span.to < span.from ? null : span;
}

/** Months in at least one of the spans. */
function monthsOf(spans: readonly Span[]): number {
  let months = 0;
  let done = -Infinity;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    months += Math.max(0, to - Math.max(from, done + 1) + 1);
    done = Math.max(done, to);
  }
  return months;
}
