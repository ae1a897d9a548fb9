import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { builtInNamed, nameForm } from "./name-form";
import { mostAliases } from "./schemas";

/** A technology of an organisation, as it is stored. */
export interface SettledTechnology extends OwnTechnology {
  since: number | null;
  /** The product's own list has it: only further names of it, or its year, are the organisation's. */
  builtIn: boolean;
}

/** Why a technology cannot be taken as it was written. */
export interface SettleProblem {
  field: "name" | "aliases" | "since";
  message: string;
  /** It is the product's already, with all that was written of it. */
  nothingNew: boolean;
}

/** The forms of all names of a technology, its own first, each once. */
export const formsOf = ({ name, aliases }: OwnTechnology): string[] => [...new Set([name, ...aliases].map(nameForm))];

/** Whose each name is, of technologies that an organisation has. */
export const ownersOf = <Own extends OwnTechnology>(own: readonly Own[]): Map<string, Own> =>
  new Map(own.flatMap((technology) => formsOf(technology).map((form) => [form, technology] as const)));

/**
 * How a technology that somebody wrote is stored. One that the product has is called as there and keeps those further names that are new. No name may
 * belong to two technologies, and one that says nothing new is refused. Names that differ in case, accents, gaps or hyphens alone are one.
 * @param ownerOf whose a name form is among the organisation's other technologies
 */
export function settled(
  asked: OwnTechnology,
  ownerOf: (form: string) => OwnTechnology | null | undefined,
): SettledTechnology | SettleProblem {
  const builtIn = builtInNamed(asked.name);
  const name = builtIn?.name ?? asked.name;
  const owner = ownerOf(nameForm(name)) ?? ownerOf(nameForm(asked.name));
  if (owner) return problem("name", takenBy(asked.name, owner));
  const aliases = new Map<string, string>();
  for (const alias of asked.aliases) {
    const form = nameForm(alias);
    const listed = builtInNamed(alias);
    if (form === nameForm(name) || aliases.has(form) || (listed && listed === builtIn)) continue;
    if (listed) return problem("aliases", knownApart(alias, listed.name));
    const other = ownerOf(form);
    if (other) return problem("aliases", takenBy(alias, other));
    aliases.set(form, alias);
  }
  if (aliases.size > mostAliases) return problem("aliases", `${name} has more than ${mostAliases} further names.`);
  const since = asked.since ?? null;
  if (builtIn?.since && since !== null && since !== builtIn.since)
    return problem("since", `${name} is known to exist since ${builtIn.since}.`);
  const year = builtIn?.since ? null : since;
  if (builtIn && aliases.size === 0 && year === null)
    return asked.aliases.length > 0
      ? { ...problem("aliases", `These names of ${name} are known already.`), nothingNew: true }
      : { ...problem("name", `${knownAs(asked.name, name)} You can add further names of it.`), nothingNew: true };
  return { name, aliases: [...aliases.values()], since: year, builtIn: builtIn !== null };
}

const problem = (field: SettleProblem["field"], message: string): SettleProblem => ({
  ...{ field, message },
  nothingNew: false,
});

const knownAs = (name: string, known: string): string =>
  name === known ? `${known} is known already.` : `“${name}” is known already, as ${known}.`;

const knownApart = (name: string, known: string): string =>
  name === known ? `“${name}” is a technology of its own.` : `“${name}” is known already, as ${known}.`;

const takenBy = (name: string, { name: owner }: OwnTechnology): string =>
  nameForm(name) === nameForm(owner) ? `${owner} is in your list already.` : `“${name}” is a name of ${owner} already.`;
