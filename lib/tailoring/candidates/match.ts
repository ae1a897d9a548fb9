/** A technology that a requirement asks for. */
export interface AskedSkill {
  name: string;
  technologyKey: string;
  need: "must" | "nice";
  /** Years of it, where they are said. */
  years: number | null;
}

/** A technology that was found in somebody's resume. */
export interface FoundSkill {
  technologyKey: string;
  /** Month in which it was last used, `YYYY-MM`; "9999-12" for now, "" where the resume does not say. */
  lastUsed: string;
  /** Months of the roles that name it, overlaps counted once; 0 where no role does. */
  months: number;
}

/** Why a candidate fits: one line a skill, in the order of the requirement. */
export interface MatchReason {
  name: string;
  need: "must" | "nice";
  /** When it was last used: now or within two years, longer ago, or not said; `missing` where the resume does not name it. */
  use: "now" | "recent" | "past" | "undated" | "missing";
  /** Year of the last use, where it lies in the past. */
  year: number | null;
  /** Fewer years than are asked for. */
  short: boolean;
}

export interface Match {
  /** How many of the needed skills the resume names, of how many. */
  must: { covered: number; of: number };
  nice: { covered: number; of: number };
  /** 0 to 100: four fifths for what is needed, one for what would be nice, each weighed by how lately it was used. */
  score: number;
  reasons: MatchReason[];
}

const weightOf: Readonly<Record<MatchReason["use"], number>> = {
  now: 1,
  recent: 0.9,
  undated: 0.7,
  past: 0.5,
  missing: 0,
};

/**
 * How well what was found in a resume fits what a requirement asks for. The same in, the same out; a skill more never makes it less.
 * @param month the present one, `YYYY-MM`
 */
export function matchOf(asked: readonly AskedSkill[], found: readonly FoundSkill[], month: string): Match {
  const known = new Map(found.map((skill) => [skill.technologyKey, skill]));
  const reasons = asked.map((skill) => reasonOf(skill, known.get(skill.technologyKey), month));
  const of = (need: "must" | "nice") => {
    const own = reasons.filter((reason) => reason.need === need);
    const weight = own.reduce((sum, { use, short }) => sum + weightOf[use] * (short ? 0.8 : 1), 0);
    return {
      counts: {
        covered: own.filter(({ use }) => use !== "missing").length,
        of: own.length,
      },
      share: own.length === 0 ? null : weight / own.length,
    };
  };
  const [must, nice] = [of("must"), of("nice")];
  const share =
    must.share === null ? (nice.share ?? 0) : nice.share === null ? must.share : must.share * 0.8 + nice.share * 0.2;
  return {
    must: must.counts,
    nice: nice.counts,
    score: Math.round(share * 100),
    reasons,
  };
}

/** Who fits better stands first: more of what is needed, then the score, which knows how lately it was used. */
export const betterFirst = (one: Match, other: Match): number =>
  other.must.covered - one.must.covered || other.score - one.score || other.nice.covered - one.nice.covered;

function reasonOf(asked: AskedSkill, found: FoundSkill | undefined, month: string): MatchReason {
  const { name, need, years } = asked;
  if (!found) return { name, need, use: "missing", year: null, short: false };
  const short = years !== null && found.months > 0 && found.months < years * 12;
  if (found.lastUsed === "") return { name, need, use: "undated", year: null, short };
  if (found.lastUsed >= month) return { name, need, use: "now", year: null, short };
  const [year, later] = [Number(found.lastUsed.slice(0, 4)), monthsBetween(found.lastUsed, month)];
  return { name, need, use: later <= 24 ? "recent" : "past", year, short };
}

const monthsBetween = (from: string, to: string): number => {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
};
