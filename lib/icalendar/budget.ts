/**
 * How much work a feed is worth. Each day that is looked at and each time that is made is a step; whoever has none left stops, so that a feed that
 * recurs each second takes no longer than one that means well.
 */
export class Budget {
  private asked = 0;

  constructor(private readonly whole: number) {}

  /** Whether there was as much left. */
  spend(steps = 1): boolean {
    this.asked += steps;
    return !this.isOver;
  }

  /** A part of it for one piece of work: so many steps, and not more than are left. */
  part(most: number): Budget {
    return new Budget(Math.min(most, this.whole - this.spent));
  }

  get spent(): number {
    return Math.min(this.whole, this.asked);
  }

  /** Whether more was asked for than there was. */
  get isOver(): boolean {
    return this.asked > this.whole;
  }
}
