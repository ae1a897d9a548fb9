/** The bullets of a role, and what is known of them as places for new ones. */
export interface Bullets {
  /** Numbers of the paragraphs, in their order. */
  bullets: readonly number[];
  /** Those behind which a new one can go, in their order; at least one. */
  open: readonly number[];
  /** Those that name a technology, or where none does, those that name something related. */
  about: (technology: string) => readonly number[];
  /** The first is no bullet like the others: plain paragraphs often begin with what the company does. */
  firstApart: boolean;
}

/** A bullet that has a new one behind it already counts as far away as one two bullets off. */
const crowd = 2;

/**
 * Behind which bullets new ones about these technologies go, the most wanted first: near bullets that are about the same or something related, else
 * spread evenly from top to bottom, and no two behind one bullet as long as another is near. `taken` are places that are given already. Nothing goes
 * before the first bullet.
 */
export function spreadOver(role: Bullets, technologies: readonly string[], taken: readonly number[]): number[] {
  const { bullets, firstApart } = role;
  const behindFirst = role.open.filter((bullet) => bullet !== bullets[0]);
  const open = firstApart && behindFirst.length > 0 ? behindFirst : role.open;
  const position = new Map(bullets.map((bullet, at) => [bullet, at]));
  const load = new Map<number, number>();
  const take = (place: number): void => void load.set(place, (load.get(place) ?? 0) + 1);
  taken.forEach(take);
  const wishes = wishesOf(role, technologies);
  // Those about which a bullet speaks come first; the others go where there is room.
  const order = [...wishes.keys()].sort(
    (one, other) => Number(wishes[one]!.loose) - Number(wishes[other]!.loose) || one - other,
  );
  const places: number[] = [];
  for (const point of order) {
    const { near } = wishes[point]!;
    const costOf = (place: number): number => {
      const distances = near.map((wish) => Math.abs(position.get(place)! - wish));
      return crowd * (load.get(place) ?? 0) + Math.min(...distances);
    };
    // Of two that are as good the upper one: what stands behind it stands right before the bullet that was wished for.
    const best = open.reduce((found, place) => (costOf(place) < costOf(found) ? place : found));
    places[point] = best;
    take(best);
  }
  return places;
}

/** Where each new bullet would best go, as positions among the bullets. */
function wishesOf(
  { bullets, about, firstApart }: Bullets,
  technologies: readonly string[],
): { near: readonly number[]; loose: boolean }[] {
  const aboutIt = new Map(
    [...new Set(technologies)].map((technology) => [
      technology,
      about(technology).map((bullet) => bullets.indexOf(bullet)),
    ]),
  );
  const isLoose = (technology: string): boolean => aboutIt.get(technology)!.length === 0;
  const loose = technologies.filter(isLoose).length;
  const seen = new Map<string, number>();
  let looseBefore = 0;
  return technologies.map((technology) => {
    if (isLoose(technology)) {
      const even = ((2 * looseBefore++ + 1) * bullets.length) / (2 * loose) - (firstApart ? 0 : 0.5);
      return { near: [Math.min(bullets.length - 1, Math.max(0, Math.ceil(even - 0.5)))], loose: true };
    }
    const at = aboutIt.get(technology)!;
    const before = seen.get(technology) ?? 0;
    seen.set(technology, before + 1);
    const all = Math.min(at.length, technologies.filter((one) => one === technology).length);
    // One goes behind the last bullet about its technology, several are spread over them, and what is over goes near any.
    return {
      near: before < all ? [at[Math.ceil(((before + 1) * at.length) / all) - 1]!] : at,
      loose: false,
    };
  });
}
