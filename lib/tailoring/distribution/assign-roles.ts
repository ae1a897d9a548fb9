import { roomOf } from "./accept-points";
import { weightOf, type PlanInput } from "./plan-input";
import { isTooOld } from "./role-facts";

/** What a place is worth at most: values are whole numbers, so that sums are exact and equals are equal. */
const best = 1000;
/** What each bullet that a role already got takes from the next one's value. */
const unevenness = 60;
/** The same for bullets about one technology in one role. */
const clump = 90;

/**
 * Spreads points over the roles so that the sum of weight × fit × recency, less what uneven roles cost, is the highest there is: a flow of least
 * cost with costs that rise for each next unit, found by shortest augmenting paths (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapters 9 and 14).
 * Gives the role of each point. Every point of `accepted` finds a place, because they were taken together.
 */
export function assignRoles(input: PlanInput, accepted: readonly number[]): Map<number, number> {
  const byTechnology = new Map<string, number[]>();
  for (const point of accepted) {
    const { technology } = input.points[point]!;
    byTechnology.set(technology, [...(byTechnology.get(technology) ?? []), point]);
  }
  const technologies = [...byTechnology.keys()];
  const spread = new Spread(input, technologies);
  technologies.forEach((technology, at) => byTechnology.get(technology)!.forEach(() => spread.add(at)));
  return new Map(
    technologies.flatMap((technology, at) => {
      // The first points of a technology are its best: they go where it is worth most.
      const roles = input.roles.flatMap((_, role) => Array.from({ length: spread.units[at]![role]! }, () => role));
      roles.sort((one, other) => spread.values[at]![other]! - spread.values[at]![one]! || one - other);
      return byTechnology.get(technology)!.map((point, nth) => [point, roles[nth]!] as const);
    }),
  );
}

class Spread {
  /** Units of a technology in a role. */
  readonly units: number[][];
  /** What a first unit there is worth. Minus infinity where it may not be. */
  readonly values: number[][];
  private readonly load: number[];
  private readonly room: number[];

  constructor(
    private readonly input: PlanInput,
    technologies: readonly string[],
  ) {
    const { roles } = input;
    const heaviest = Math.max(1, ...technologies.map((technology) => weightOf(input, technology)));
    this.units = technologies.map(() => roles.map(() => 0));
    this.values = technologies.map((technology) =>
      roles.map((role) =>
        isTooOld(role, technology)
          ? -Infinity
          : Math.round((best * weightOf(input, technology) * role.fitOf(technology).value * role.recency) / heaviest),
      ),
    );
    this.load = roles.map(() => 0);
    this.room = roomOf(input);
  }

  /** One unit more of a technology, by the cheapest way: others move over where that is worth it. */
  add(technology: number): void {
    const path = this.cheapestPath(technology);
    if (!path) throw new Error("A point was taken for which there is no place.");
    let from = technology;
    path.forEach(({ role, moved }) => {
      this.units[from]![role]! += 1;
      if (moved === null) this.load[role]! += 1;
      else {
        this.units[moved]![role]! -= 1;
        from = moved;
      }
    });
  }

  /** Bellman and Ford over technologies: to each, the least cost of moving one of its units away from a role that somebody else then takes. */
  private cheapestPath(start: number): Step[] | null {
    const cost = this.units.map((_, at) => (at === start ? 0 : Infinity));
    const way: Step[][] = this.units.map(() => []);
    let end: { cost: number; path: Step[] } | null = null;
    for (let round = 0, changed = true; changed && round <= this.units.length; round++) {
      changed = false;
      for (const [at, before] of cost.entries()) {
        if (before === Infinity) continue;
        for (const role of this.load.keys()) {
          const into = this.costInto(at, role);
          if (into === Infinity) continue;
          if (this.load[role]! < this.room[role]!) {
            const whole = before + into + unevenness * this.load[role]!;
            if (!end || whole < end.cost) end = { cost: whole, path: [...way[at]!, { role, moved: null }] };
          }
          for (const other of cost.keys()) {
            if (other === at || other === start || this.units[other]![role] === 0) continue;
            const moved = before + into - this.costOfLast(other, role);
            if (moved < cost[other]! && !way[at]!.some((step) => step.moved === other)) {
              cost[other] = moved;
              way[other] = [...way[at]!, { role, moved: other }];
              changed = true;
            }
          }
        }
      }
    }
    return end?.path ?? null;
  }

  private costInto(technology: number, role: number): number {
    const units = this.units[technology]![role]!;
    if (units >= this.input.limits.perTechnologyInRole) return Infinity;
    return clump * units - this.values[technology]![role]!;
  }

  private costOfLast(technology: number, role: number): number {
    return clump * (this.units[technology]![role]! - 1) - this.values[technology]![role]!;
  }
}

/** A unit goes into a role; it takes the place of a unit of the technology `moved`, which goes on, or a free place. */
interface Step {
  role: number;
  moved: number | null;
}
