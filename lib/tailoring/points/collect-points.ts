import { grouped, longestPoint, longestTechnology, tidy, type PointProblem, type ReadPoints } from "./points";

/** Gathers points from a file with columns or fields: checks each, and tells what is wrong by its line. */
export class PointCollection {
  private readonly pairs: { technology: string; point: string }[] = [];
  private readonly problems: PointProblem[] = [];

  /** Takes a point in under its technology; an empty one is nothing. */
  add(technology: string, point: string, line: number): void {
    const name = tidy(technology);
    const sentence = tidy(point);
    if (sentence === "") return;
    if (name === "") return this.problem("no-technology", line);
    if (name.length > longestTechnology) return this.problem("long-technology", line);
    if (sentence.length > longestPoint) return this.problem("too-long", line);
    this.pairs.push({ technology: name, point: sentence });
  }

  problem(code: PointProblem["code"], line: number): void {
    this.problems.push({ line, code });
  }

  /** Several files or sheets in one. */
  take({ groups, problems }: ReadPoints): void {
    this.problems.push(...problems);
    for (const { technology, points } of groups) for (const point of points) this.pairs.push({ technology, point });
  }

  result(): ReadPoints {
    return { groups: grouped(this.pairs), problems: this.problems.toSorted((a, b) => a.line - b.line) };
  }
}
