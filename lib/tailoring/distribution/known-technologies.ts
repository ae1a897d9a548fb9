import { findTechnologies } from "@/lib/tailoring/technologies/find-technologies";
import { kinship, technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { yearOfVersion } from "@/lib/tailoring/technologies/versions";
import type { Technologies } from "./facts-of-reading";
import type { Dated, PlanPoint } from "./plan-input";

/** How close two technologies must be to count as related: one belongs to the other, or is used with it. */
const related = 0.6;

/** The technologies that come with the product, with those that an organisation added. */
export function knownTechnologies(own: readonly OwnTechnology[] = []): Technologies {
  const nameOf = (name: string) => technologyNamed(name, own)?.name ?? name.trim();
  return {
    nameOf,
    namedIn: (text) => new Set(findTechnologies(text, own).map(({ technology }) => technology)),
    areRelated: (one, other) => kinship(one, other) >= related,
    newestOf: (point) => newestOf({ ...point, technology: nameOf(point.technology) }, own),
  };
}

/** The technology of a point, and all that its words name with their versions: the one that came out last. */
function newestOf({ technology, text }: PlanPoint, own: readonly OwnTechnology[]): Dated | null {
  const since = (name: string): number | null => technologyNamed(name, own)?.since ?? null;
  const dated: { technology: string; year: number | null }[] = [
    { technology, year: since(technology) },
    ...findTechnologies(text, own).flatMap(({ technology: named, at, length, written }) => {
      const year = yearOfVersion(named, text.slice(at + length));
      const version = /^\W*(?:v|ver|version)?\W*\d+/i.exec(text.slice(at + length))?.[0] ?? "";
      return [
        { technology: named, year: since(named) },
        { technology: `${written}${version}`.replace(/\s+/g, " "), year },
      ];
    }),
  ];
  return dated.reduce<Dated | null>(
    (newest, { technology, year }) =>
      year !== null && (!newest || year > newest.year) ? { technology, year } : newest,
    null,
  );
}
