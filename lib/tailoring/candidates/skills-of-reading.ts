import type { ResumeReading, YearMonth } from "@/lib/resumes/types";
import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

/** A technology that a resume names, and what its roles say of its use. */
export interface ResumeSkill {
  name: string;
  /** Month in which it was last used, `YYYY-MM`; "9999-12" for now, "" where no role with dates names it. */
  lastUsed: string;
  /** Months of the roles that name it, overlaps counted once. */
  months: number;
}

const now = "9999-12";

/**
 * The technologies that a resume names, the latest used first, then the longest used. A role lends its time to what its header, its bullets and
 * its line of technologies name; what is named elsewhere is known without a time.
 * @param month the present one, `YYYY-MM`
 * @param own the organisation's technologies, as in findTechnologies
 */
export function skillsOfReading(
  reading: ResumeReading,
  month: string,
  own: readonly OwnTechnology[] = [],
): ResumeSkill[] {
  const found = new Map<string, { lastUsed: string; spans: [number, number][] }>();
  const named = (text: string) => new Set(findTechnologies(text, own).map(({ technology }) => technology));
  const textOf = new Map(reading.paragraphs.map(({ index, text }) => [index, text]));
  for (const role of reading.roles) {
    const places = [
      ...role.headerParagraphs,
      ...role.bullets,
      ...(role.environment === null ? [] : [role.environment]),
    ];
    const end = role.period?.current ? now : monthOf(role.period?.end ?? role.period?.start ?? null, 12);
    const start = monthOf(role.period?.start ?? null, 1);
    for (const name of named(places.map((place) => textOf.get(place) ?? "").join("\n"))) {
      const skill = found.get(name) ?? { lastUsed: "", spans: [] };
      found.set(name, skill);
      if (end > skill.lastUsed) skill.lastUsed = end;
      const until = end === now || end > month ? month : end;
      if (start && end && start <= until) skill.spans.push([count(start), count(until)]);
    }
  }
  for (const name of named(
    reading.paragraphs
      .filter(({ copy }) => copy !== "fallback")
      .map(({ text }) => text)
      .join("\n"),
  ))
    if (!found.has(name)) found.set(name, { lastUsed: "", spans: [] });
  return [...found]
    .map(([name, { lastUsed, spans }]) => ({
      name,
      lastUsed,
      months: monthsOf(spans),
    }))
    .sort(
      (one, other) =>
        other.lastUsed.localeCompare(one.lastUsed) || other.months - one.months || one.name.localeCompare(other.name),
    );
}

/** Months of spans that may overlap, both ends included. */
function monthsOf(spans: readonly [number, number][]): number {
  let months = 0;
  let reached = -Infinity;
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    if (to <= reached) continue;
    months += to - Math.max(from, reached + 1) + 1;
    reached = to;
  }
  return months;
}

const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** "" for what is not said; a year alone means its first or its last month. */
const monthOf = (moment: YearMonth | null, usual: number): string =>
  moment ? `${String(moment.year).padStart(4, "0")}-${String(moment.month ?? usual).padStart(2, "0")}` : "";
