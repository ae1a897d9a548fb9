import type { LanguageCode } from "@/lib/resumes/types";

/** What a text that asks for somebody says. What it does not say is null: nothing is guessed. */
export interface ReadRequirement {
  /** The text that {@link Evidence} points into: line breaks as "\n", without tags, quotation marks of mail and hidden characters. */
  text: string;
  language: LanguageCode;
  title: Found<string> | null;
  /** The company where the work is done. */
  client: Found<string> | null;
  /** The company that asks: an agency or a partner. */
  vendor: Found<string> | null;
  contact: {
    name: Found<string> | null;
    email: Found<string> | null;
    phone: Found<string> | null;
  };
  place: Found<string> | null;
  workplace: Found<Workplace> | null;
  /** As written: "12 months", "long term", "permanent". */
  duration: Found<string> | null;
  rate: Found<Rate> | null;
  start: Found<Start> | null;
  /** What is said about visas, work permits, citizenship and clearance, as written. */
  authorisation: Found<string> | null;
  /** Years of experience wanted in all. */
  experience: Found<number> | null;
  /** Heaviest first; those of the same weight in the order of the text. */
  skills: RequiredSkill[];
}

export interface Found<T> {
  value: T;
  /** 0 to 1: a label beside it is worth more than its looks. */
  confidence: number;
  evidence: Evidence;
}

export interface Evidence {
  /** Line of {@link ReadRequirement.text}, from 1. */
  line: number;
  /** `text.slice(at, at + length)` is what was read. */
  at: number;
  length: number;
}

export type Workplace = "remote" | "hybrid" | "onsite";

export interface Rate {
  /** Minor units of the currency (cents). Equal where one amount is stated; null where none is or only the other end. */
  from: number | null;
  to: number | null;
  /** ISO 4217, or null where the text names none. */
  currency: string | null;
  per: "hour" | "day" | "month" | "year" | null;
  /** "DOE", "market rate", "negotiable". */
  open: boolean;
}

export interface Start {
  asap: boolean;
  /** 2026-12-01 where day, month and year are certain, else null: "12/01/2026" may be two days. */
  date: string | null;
}

export interface RequiredSkill {
  /** Canonical name of the technology. */
  technology: string;
  need: "must" | "nice";
  /** See `weightOf` in required-skills.ts. */
  weight: number;
  /** Years wanted ("5+ years of Java" is 5), or null. */
  years: number | null;
  /** Every mention, in order. */
  evidence: Evidence[];
}
