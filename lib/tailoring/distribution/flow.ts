/**
 * A network of arcs with whole capacities and costs, in which units are pushed one at a time. Nodes are numbers from 0. Pushing along a cheapest path
 * each time keeps the flow one of least cost, as long as arcs that leave together cost more for each next unit (Ahuja, Magnanti, Orlin: Network
 * Flows, 1993, chapters 9 and 14).
 */
export class Flow {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly cost: number[] = [];
  private readonly leaving: number[][] = [];

  addNode(): number {
    return this.leaving.push([]) - 1;
  }

  /** An arc; its number serves to ask later how much went along. */
  addArc(from: number, to: number, capacity: number, cost = 0): number {
    const arc = this.half(from, to, capacity, cost);
    this.half(to, from, 0, -cost);
    return arc;
  }

  /** Units that go along an arc. */
  along(arc: number): number {
    return this.room[arc ^ 1]!;
  }

  /** Pushes one unit from a node to another by a cheapest path; others move over where that is needed or cheaper. False where none gets through. */
  push(start: number, end: number): boolean {
    const best = this.leaving.map(() => Infinity);
    const by = new Int32Array(this.leaving.length).fill(-1);
    const waits = this.leaving.map(() => false);
    best[start] = 0;
    // Bellman and Ford with a queue: costs may be negative, circles of negative cost there are none.
    const queue = [start];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      waits[node] = false;
      for (const arc of this.leaving[node]!) {
        const to = this.to[arc]!;
        const cost = best[node]! + this.cost[arc]!;
        if (this.room[arc] === 0 || cost >= best[to]!) continue;
        best[to] = cost;
        by[to] = arc;
        if (!waits[to]) queue.push(to);
        waits[to] = true;
      }
    }
    if (best[end] === Infinity) return false;
    for (let node = end; node !== start; node = this.from[by[node]!]!) {
      this.room[by[node]!]! -= 1;
      this.room[by[node]! ^ 1]! += 1;
    }
    return true;
  }

  private half(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.to.push(to) - 1;
    this.from.push(from);
    this.room.push(capacity);
    this.cost.push(cost);
    this.leaving[from]!.push(arc);
    return arc;
  }
}
