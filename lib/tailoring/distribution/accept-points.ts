import { weightOf, type PlanInput } from "./plan-input";
import { isTooOld } from "./role-facts";
import type { LeftOutBecause } from "./reasons";

/** A second point about the same technology is worth less than the first, so that one technology does not fill a resume. */
const worthOfNext = 0.8;

/**
 * The heaviest set of points that find places together: each is tried in the order of its worth, and taken if those before can move over for it.
 * `open` are numbers of points that nobody decided on.
 */
export function acceptPoints(
  input: PlanInput,
  open: readonly number[],
): { accepted: number[]; refused: Map<number, LeftOutBecause> } {
  const flow = new Places(input);
  const accepted: number[] = [];
  const refused = new Map<number, LeftOutBecause>();
  const { inAll, growth } = input.limits;
  let free = inAll - flow.decidedCount;
  let lines = growth ? growth.lines - flow.decidedLines : Infinity;
  for (const point of byWorth(input, open)) {
    const { technology, text } = input.points[point]!;
    const needed = growth?.linesOf(text) ?? 0;
    const because = flow.whyNever(technology);
    if (because) refused.set(point, because);
    else if (free <= 0) refused.set(point, { code: "document-full" });
    else if (!flow.take(technology)) refused.set(point, { code: "roles-full" });
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
  return { accepted, refused };
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

/** Places that are taken by technology and role, as a flow that grows by one point at a time. */
class Places {
  readonly decidedCount: number = 0;
  readonly decidedLines: number = 0;
  private readonly room: number[];
  /** Points of a technology in each role. */
  private readonly taken = new Map<string, number[]>();
  private readonly full = new Set<string>();

  constructor(private readonly input: PlanInput) {
    this.room = roomOf(input);
    for (const [point, role] of input.decided ?? []) {
      if (role === null) continue;
      this.decidedCount += 1;
      this.decidedLines += input.limits.growth?.linesOf(input.points[point]!.text) ?? 0;
    }
  }

  /** Why no point of a technology could be taken even if it were the only one. */
  whyNever(technology: string): LeftOutBecause | null {
    const { roles } = this.input;
    const able = roles.filter(({ room }) => room > 0);
    if (able.length === 0) return { code: "no-place" };
    if (able.some((role) => !isTooOld(role, technology))) return null;
    return { code: "newer-than-roles", year: able[0]!.firstYearOf(technology)! };
  }

  /** Finds a place for one more point of a technology, moving points of others if that makes one free. */
  take(technology: string): boolean {
    // What found no place once never will: places are only ever taken.
    if (this.full.has(technology)) return false;
    if (this.moveIn(technology, new Set())) return true;
    this.full.add(technology);
    return false;
  }

  private moveIn(technology: string, tried: Set<number>): boolean {
    const own = this.rowOf(technology);
    const { roles, limits } = this.input;
    for (const [role, facts] of roles.entries()) {
      if (tried.has(role) || isTooOld(facts, technology)) continue;
      if (own[role]! >= limits.perTechnologyInRole) continue;
      tried.add(role);
      if (this.room[role]! > 0) {
        this.room[role]! -= 1;
        own[role]! += 1;
        return true;
      }
      for (const [other, row] of this.taken) {
        if (other === technology || row[role] === 0) continue;
        row[role]! -= 1;
        if (this.moveIn(other, tried)) {
          own[role]! += 1;
          return true;
        }
        row[role]! += 1;
      }
    }
    return false;
  }

  private rowOf(technology: string): number[] {
    let row = this.taken.get(technology);
    if (!row) this.taken.set(technology, (row = this.input.roles.map(() => 0)));
    return row;
  }
}

/** Places that each role has left beside what a person put there. */
export function roomOf({ roles, limits, decided }: PlanInput): number[] {
  const room = roles.map((role) => Math.min(role.room, limits.perRole));
  for (const role of (decided ?? new Map<number, number | null>()).values())
    if (role !== null && room[role] !== undefined) room[role] = Math.max(0, room[role] - 1);
  return room;
}
