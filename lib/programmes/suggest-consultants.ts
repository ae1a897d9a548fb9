import { nameKey } from "@/lib/platform/keys";

export interface Colleague {
  id: string;
  name: string;
  /** Programmes that they look after now. */
  running: number;
  languages: readonly string[];
  industries: readonly string[];
  place: string | null;
}

export interface Sought {
  /** Two small letters, ISO 639. */
  language: string | null;
  industry: string;
  place: string;
}

/** A consultant with what speaks for and against them; a sentence is made of it where it is shown. */
export interface Suggestion {
  consultant: { id: string; name: string };
  /** What they share with the person; null where it is not known of both. */
  language: boolean | null;
  industry: boolean | null;
  place: boolean | null;
  running: number;
  /** What the consultants look after on average, to a tenth. */
  usual: number;
}

/** What weighs how much: a language that both speak is worth twelve programmes of load, an industry four, a place three. */
const weights = { language: 12, industry: 4, place: 3 };

/**
 * Consultants for a person, the most fitting first: who speaks the language, knows the industry, works near, and has less to do
 * than the others. What nobody knows counts neither for nor against anybody. The order does not depend on that of the consultants.
 */
export function suggestConsultants(sought: Sought, colleagues: readonly Colleague[]): Suggestion[] {
  const usual = colleagues.reduce((sum, { running }) => sum + running, 0) / Math.max(colleagues.length, 1);
  return colleagues
    .map((colleague) => {
      const language = shared(sought.language ?? "", colleague.languages);
      const industry = shared(sought.industry, colleague.industries);
      const place = shared(sought.place, colleague.place ? [colleague.place] : []);
      const suggestion: Suggestion = {
        ...{ consultant: { id: colleague.id, name: colleague.name }, language, industry, place },
        ...{ running: colleague.running, usual: Math.round(usual * 10) / 10 },
      };
      const fit = (language ? weights.language : 0) + (industry ? weights.industry : 0) + (place ? weights.place : 0);
      return { suggestion, score: fit - colleague.running };
    })
    .sort(
      (one, other) =>
        other.score - one.score || (one.suggestion.consultant.id < other.suggestion.consultant.id ? -1 : 1),
    )
    .map(({ suggestion }) => suggestion);
}

/** Whether what is sought is among what is there: null where one of the two is not known. */
function shared(sought: string, there: readonly string[]): boolean | null {
  if (!sought.trim() || there.length === 0) return null;
  return there.some((one) => nameKey(one) === nameKey(sought));
}
