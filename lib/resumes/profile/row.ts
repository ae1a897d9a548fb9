import type { executiveProfiles } from "@/db/schema/resumes";
import { openText } from "@/lib/platform/secrets";
import { careerLevels, readLanguage, relocations, workFunctions, type ProfileFacts } from "@/lib/resumes/profile/facts";

type Row = typeof executiveProfiles.$inferSelect;

/** For whom pay was sealed: it opens for nobody else. */
export const payContext = (personId: string): string => `target-pay:${personId}`;

/** What a stored profile says. A choice that this release does not know counts as not said. */
export function factsOf(row: Row, key: Buffer): ProfileFacts {
  const known = <Value extends string>(values: readonly Value[], stored: string) =>
    values.find((value) => value === stored) ?? "";
  return {
    headline: row.headline,
    workFunction: known(workFunctions, row.workFunction),
    industry: row.industry,
    careerLevel: known(careerLevels, row.careerLevel),
    experienceYears: row.experienceYears,
    languages: row.languages.map(readLanguage),
    locations: row.locations,
    relocation: known(relocations, row.relocation),
    noticeWeeks: row.noticeWeeks,
    goals: row.goals,
    targetPay: row.targetPayEncrypted
      ? (JSON.parse(openText(key, row.targetPayEncrypted, payContext(row.personId))) as ProfileFacts["targetPay"])
      : null,
  };
}
