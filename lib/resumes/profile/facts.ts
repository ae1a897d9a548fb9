/** What somebody is responsible for. */
export const workFunctions = [
  "general-management",
  "finance",
  "operations",
  "supply-chain",
  "sales",
  "marketing",
  "people",
  "technology",
  "research",
  "legal",
  "communications",
  "other",
] as const;
export type WorkFunction = (typeof workFunctions)[number];

/** How high, from the top. */
export const careerLevels = ["board", "executive", "senior", "director", "head", "expert"] as const;
export type CareerLevel = (typeof careerLevels)[number];

/** How far somebody would move for a position, nearest first. */
export const relocations = ["stays", "region", "country", "abroad"] as const;
export type Relocation = (typeof relocations)[number];

/** How well a language is spoken: the Common European Framework of Reference, and a first language. */
export const languageLevels = ["A1", "A2", "B1", "B2", "C1", "C2", "native"] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export interface SpokenLanguage {
  /** ISO 639-1: two small letters. */
  code: string;
  level: LanguageLevel;
}

/** What a profile says at a glance. Empty text, an empty list and null mean: not said. */
export interface ProfileFacts {
  headline: string;
  workFunction: WorkFunction | "";
  industry: string;
  careerLevel: CareerLevel | "";
  experienceYears: number | null;
  languages: SpokenLanguage[];
  locations: string[];
  relocation: Relocation | "";
  /** Weeks from today until the person can begin. */
  noticeWeeks: number | null;
  goals: string;
  /** A year, in minor units. */
  targetPay: { minor: number; currency: string } | null;
}

export const noFacts: ProfileFacts = {
  headline: "",
  workFunction: "",
  industry: "",
  careerLevel: "",
  experienceYears: null,
  languages: [],
  locations: [],
  relocation: "",
  noticeWeeks: null,
  goals: "",
  targetPay: null,
};

/** A language as it is stored: "de:C2". */
export const writeLanguage = ({ code, level }: SpokenLanguage): string => `${code}:${level}`;

export function readLanguage(stored: string): SpokenLanguage {
  const [code = "", level = ""] = stored.split(":");
  return { code, level: languageLevels.find((known) => known === level) ?? "B2" };
}
