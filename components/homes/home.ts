import type { ReactNode } from "react";

/** What every home page is told. */
export interface HomeProps {
  /** The organisation's slug. */
  organisation: string;
  person: { name: string; timeZone: string; organisation: string };
  /** The present moment. */
  at: Date;
  /** What to do first, above all else, as long as something of it is open. */
  firstSteps?: ReactNode;
}

/** The part of the day in a zone, as one greets in it. */
export function partOfDay(at: Date, timeZone: string): "morning" | "afternoon" | "evening" {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hour12: false, timeZone }).format(at));
  return hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
}

/** The name by which one is greeted: the first word of it that is no title such as "Dr." */
export function calledName(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find((word) => !word.endsWith(".")) ?? words[0] ?? name;
}
