import { Flow } from "./flow";
import { weightOf, type PlanInput, type PlanPoint } from "./plan-input";
import type { LeftOutBecause } from "./reasons";
import { isTooOld, type RoleFacts } from "./role-facts";

/** A second point about the same technology is worth less than the first, so that one technology does not fill a resume. */
const worthOfNext = 0.8;
/** What a place is worth at most: values are whole numbers, so that sums are exact and equals are equal. */
const best = 1000;
/** What each bullet that a role already got takes from the next one's value. */
const unevenness = 60;
/** The same for bullets about one technology in one role. */
const clump = 90;

/**
 * Takes as many of the heaviest points as find places together, each tried in the order of its worth, and gives each its role so that the sum of
 * weight × fit × recency, less what uneven roles cost, is the highest there is. `open` are numbers of points that nobody decided on.
 */
export function placePoints(
  input: PlanInput,
  open: readonly number[],
): { roleOf: Map<number, number>; refused: Map<number, LeftOutBecause> } {
  const places = new Places(input, open);
  const refused = new Map<number, LeftOutBecause>();
  const accepted: number[] = [];
  const { inAll, growth } = input.limits;
  const decided = [...(input.decided ?? [])].filter(([, place]) => place !== null);
  let free = inAll - decided.length;
  let lines = growth
    ? decided.reduce((sum, [point]) => sum - growth.linesOf(input.points[point]!.text), growth.lines)
    : Infinity;
  for (const point of byWorth(input, open)) {
    const needed = growth?.linesOf(input.points[point]!.text) ?? 0;
    const because = whyNever(input, input.points[point]!);
    if (because) refused.set(point, because);
    else if (free <= 0) refused.set(point, { code: "document-full" });
    else if (!places.take(point)) refused.set(point, { code: "roles-full" });
    else if (needed > lines) {
      // Nothing lighter may take the room of something heavier.
      lines = -1;
      refused.set(point, { code: "grows-too-long" });
    } else {
      accepted.push(point);
      free -= 1;
      lines -= needed;
    }
  }
  // What was taken and then refused for its length holds a place in the flow above; so places are given anew.
  const tooLong = [...refused.values()].some(({ code }) => code === "grows-too-long");
  const final = tooLong ? new Places(input, open) : places;
  if (tooLong) for (const point of accepted) final.take(point);
  return { roleOf: final.rolesOf(accepted), refused };
}

/** Points by what they are worth, the highest first; equals in their order. */
function byWorth(input: PlanInput, open: readonly number[]): number[] {
  const seen = new Map<string, number>();
  const worth = new Map(
    open.map((point) => {
      const { technology } = input.points[point]!;
      const before = seen.get(technology) ?? 0;
      seen.set(technology, before + 1);
      return [point, weightOf(input, technology) * worthOfNext ** before];
    }),
  );
  return [...open].sort((one, other) => worth.get(other)! - worth.get(one)! || one - other);
}

/** Why a point could not be taken even if it were the only one. */
function whyNever({ roles }: PlanInput, { newest }: PlanPoint): LeftOutBecause | null {
  const able = roles.filter(({ room }) => room > 0);
  if (able.length === 0) return { code: "no-place" };
  if (!newest || able.some((role) => !isTooOld(role, newest))) return null;
  return { code: "newer-than-roles", ...newest };
}

/**
 * The network: points of one technology that came out in one year are alike, and go from their node through the technology's place in a role to the
 * role, and from there to the end.
 */
class Places {
  private readonly flow = new Flow();
  private readonly end = this.flow.addNode();
  private readonly kinds = new Map<string, { node: number; arcs: { role: number; arc: number; value: number }[] }>();
  private readonly full = new Set<string>();

  constructor(
    private readonly input: PlanInput,
    open: readonly number[],
  ) {
    const heaviest = Math.max(1, ...open.map((point) => weightOf(input, input.points[point]!.technology)));
    const roleNodes = roomOf(input).map((room) => {
      const node = this.flow.addNode();
      for (let unit = 0; unit < room; unit++) this.flow.addArc(node, this.end, 1, unevenness * unit);
      return node;
    });
    const gates = new Map<string, number[]>();
    for (const point of open) {
      const { technology, newest } = input.points[point]!;
      if (this.kinds.has(kindOf(input, point))) continue;
      if (!gates.has(technology))
        gates.set(
          technology,
          roleNodes.map((role) => this.gate(role)),
        );
      const node = this.flow.addNode();
      const arcs = input.roles.flatMap((facts, role) => {
        if (newest && isTooOld(facts, newest)) return [];
        const value = valueOf(input, technology, facts, heaviest);
        const arc = this.flow.addArc(node, gates.get(technology)![role]!, input.limits.perTechnologyInRole, -value);
        return [{ role, arc, value }];
      });
      this.kinds.set(kindOf(input, point), { node, arcs });
    }
  }

  /** Finds a place for one point more; others move over if that makes one free. */
  take(point: number): boolean {
    const kind = kindOf(this.input, point);
    // What found no place once never will: places are only ever taken.
    if (this.full.has(kind)) return false;
    const taken = this.flow.push(this.kinds.get(kind)!.node, this.end);
    if (!taken) this.full.add(kind);
    return taken;
  }

  /** The roles of points that were taken. The first of those that are alike is the best: it goes where it is worth most. */
  rolesOf(points: readonly number[]): Map<number, number> {
    const free = new Map(
      [...this.kinds].map(([kind, { arcs }]) => [
        kind,
        [...arcs]
          .sort((one, other) => other.value - one.value || one.role - other.role)
          .flatMap(({ role, arc }) => Array.from({ length: this.flow.along(arc) }, () => role)),
      ]),
    );
    const inOrder = [...points].sort((one, other) => one - other);
    return new Map(inOrder.map((point) => [point, free.get(kindOf(this.input, point))!.shift()!]));
  }

  /** The place of a technology in a role. */
  private gate(role: number): number {
    const node = this.flow.addNode();
    for (let unit = 0; unit < this.input.limits.perTechnologyInRole; unit++)
      this.flow.addArc(node, role, 1, clump * unit);
    return node;
  }
}

const kindOf = ({ points }: PlanInput, point: number): string =>
  `${points[point]!.newest?.year} ${points[point]!.technology}`;

const valueOf = (input: PlanInput, technology: string, role: RoleFacts, heaviest: number): number =>
  Math.round((best * weightOf(input, technology) * role.fitOf(technology).value * role.recency) / heaviest);

/** Places that each role has left beside what a person put there. */
function roomOf({ roles, limits, decided }: PlanInput): number[] {
  const room = roles.map((role) => Math.min(role.room, limits.perRole));
  for (const place of decided?.values() ?? []) if (place) room[place.role] = Math.max(0, room[place.role]! - 1);
  return room;
}
