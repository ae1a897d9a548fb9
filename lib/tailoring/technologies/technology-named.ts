import { lookUp, ownNames, shippedNames, type Named } from "./index-names";
import { technologies, type OwnTechnology, type Technology } from "./technologies";

const none: readonly OwnTechnology[] = [];

/** The technology that a name or alias stands for, in any case ("springboot" gives Spring Boot), or null. `own` as in findTechnologies. */
export function technologyNamed(name: string, own: readonly OwnTechnology[] = none): Technology | null {
  return namedAs(name, own)?.technology ?? null;
}

/** The same with how the name must stand in a text to count; what only looks like a name has no technology. */
export function namedAs(name: string, own: readonly OwnTechnology[] = none): Named | null {
  const found = own.length > 0 ? lookUp(ownNames(own), name) : null;
  return found ?? lookUp(shippedNames(), name);
}

const byName = new Map(technologies.map((technology) => [technology.name, technology]));

/**
 * How close two technologies are, by canonical names: 1 the same, 0.6 one belongs to the other or is used with it, 0.3 both belong to the same
 * third, 0 else. The order of the two does not matter.
 */
export function kinship(one: string, other: string): number {
  if (one === other) return 1;
  const a = byName.get(one)?.related ?? [];
  const b = byName.get(other)?.related ?? [];
  if (a.includes(other) || b.includes(one)) return 0.6;
  return a.some((name) => b.includes(name)) ? 0.3 : 0;
}
