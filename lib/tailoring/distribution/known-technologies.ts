import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import { kinship, technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import type { Technologies } from "./facts-of-reading";

/** How close two technologies must be to count as related: one belongs to the other, or is used with it. */
const related = 0.6;

/** The technologies that come with the product, with those that an organisation added. */
export function knownTechnologies(own: readonly OwnTechnology[] = []): Technologies {
  return {
    namedIn: (text) => new Set(findTechnologies(text, own).map(({ technology }) => technology)),
    areRelated: (one, other) => kinship(one, other) >= related,
    firstYearOf: (technology) => technologyNamed(technology, own)?.since ?? null,
  };
}

/** The one name of a technology; what is not known keeps its own. */
export const canonicalName = (name: string, own: readonly OwnTechnology[] = []): string =>
  technologyNamed(name, own)?.name ?? name;
