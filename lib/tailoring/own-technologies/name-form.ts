import { nameKey } from "@/lib/platform/keys";
import { listed, type Technology } from "@/lib/tailoring/technologies/technologies";

/** One form for the ways in which a name is written: without case, accents, gaps and hyphens. "Spring-Boot" and "springboot" are one. */
export const nameForm = (name: string): string => nameKey(name).replace(/[\s_\u2010-\u2015-]+/gu, "");

let forms: Map<string, Technology> | null = null;

/** The technology of the product's own list that bears this name, in any form; null where none does. */
export function builtInNamed(name: string): Technology | null {
  if (!forms) {
    forms = new Map();
    for (const { technology, spellings } of listed)
      for (const { form } of spellings) if (!forms.has(nameForm(form))) forms.set(nameForm(form), technology);
  }
  return forms.get(nameForm(name)) ?? null;
}
