import type { CareerLevel, ProfileFacts, WorkFunction } from "./facts";

export interface HeldPosition {
  title: string;
  employer: string;
  /** `YYYY-MM`, or empty. */
  startsKey: string;
  /** `YYYY-MM`, or empty; "9999-12" for one that is held now. */
  endsKey: string;
}

const functionWords: readonly (readonly [WorkFunction, RegExp])[] = [
  ["supply-chain", /\b(?:supply chain|procurement|purchasing|logistics)\b/i],
  ["people", /\b(?:people|human resources|hr|talent|chro)\b/i],
  ["finance", /\b(?:financ\w*|treasur\w*|controll\w*|cfo|accounting|audit\w*)\b/i],
  ["technology", /\b(?:information|technolog\w*|it|cio|cto|digital|software|engineering|data)\b/i],
  ["research", /\b(?:research|r&d|development|science|scientific)\b/i],
  ["legal", /\b(?:legal|counsel|compliance)\b/i],
  ["communications", /\b(?:communications?|public affairs|press)\b/i],
  ["marketing", /\b(?:marketing|brand|cmo)\b/i],
  ["sales", /\b(?:sales|commercial|business development|revenue)\b/i],
  ["operations", /\b(?:operations?|coo|plant|production|manufacturing|quality)\b/i],
  ["general-management", /\b(?:ceo|chief executive|managing director|general manager|president|country manager)\b/i],
];

const levelWords: readonly (readonly [CareerLevel, RegExp])[] = [
  ["board", /\b(?:chair(?:man|woman)?|board member|non-executive|supervisory board)\b/i],
  ["senior", /\b(?:vp|vice president|svp|evp)\b/i],
  ["executive", /\b(?:chief|c[efito]o|cmo|chro|managing director|president|general counsel)\b/i],
  ["director", /\bdirector\b/i],
  ["head", /\b(?:head of|manager|lead)\b/i],
];

/**
 * What a career says about the facts that are not given: the latest position makes headline, function and level, the first one the
 * years. Only a proposal: the person keeps, changes or empties it, and nothing is stored before.
 */
export function suggestFacts(positions: readonly HeldPosition[], now: Date): Partial<ProfileFacts> {
  const latest = [...positions].sort(
    (one, other) => other.endsKey.localeCompare(one.endsKey) || other.startsKey.localeCompare(one.startsKey),
  )[0];
  if (!latest) return {};
  const first = positions
    .map(({ startsKey }) => startsKey)
    .filter(Boolean)
    .sort()[0];
  const facts: Partial<ProfileFacts> = {};
  if (latest.title) {
    facts.headline = latest.title;
    const workFunction = functionWords.find(([, words]) => words.test(latest.title))?.[0];
    const careerLevel = levelWords.find(([, words]) => words.test(latest.title))?.[0];
    if (workFunction) facts.workFunction = workFunction;
    if (careerLevel) facts.careerLevel = careerLevel;
  }
  if (first) {
    const years = now.getUTCFullYear() - Number(first.slice(0, 4));
    if (years >= 0 && years <= 70) facts.experienceYears = years;
  }
  return facts;
}
