import { columnKind } from "./column-names";
import type { Lead } from "./point-leads";
import type { PointLine } from "./point-lines";
import { isOnlyMarkers } from "./point-markers";
import { grouped, longestPoint, longestTechnology, tidy, type PointProblem, type ReadPoints } from "./points";

/** How a technology was told: by a mark or colon, by a line of its own, by a line in a list, or in one line with its points. */
type Opening = "mark" | "name" | "marked" | "item" | Lead["by"];

interface OpenTechnology {
  name: string;
  at: PointLine;
  by: Opening;
  used: boolean;
}

/** A point that the next line may go on with. */
interface OpenPoint {
  parts: string[];
  line: number;
  indent: number;
  /** It began with a bullet. */
  marked: boolean;
  /** It has a line of its own. */
  own: boolean;
  first: string;
  last: string;
  technology: OpenTechnology | null;
}

/** The points read so far, with the technology and the point that are still open. */
export class PointPile {
  technology: OpenTechnology | null = null;
  point: OpenPoint | null = null;
  private readonly pairs: { technology: string; point: string }[] = [];
  private readonly problems: PointProblem[] = [];

  /** No heading says that the items of a list belong to one technology. */
  get free(): boolean {
    return this.technology === null || this.technology.by === "marked" || this.technology.by === "item";
  }

  open(name: string, at: PointLine, by: Opening): void {
    this.close();
    const fits = name.length <= longestTechnology;
    this.technology = fits ? { name, at, by, used: false } : null;
    if (!fits) this.problems.push({ line: at.number, code: "long-technology" });
  }

  addAll(points: readonly string[], { number, indent }: PointLine, marked: boolean): void {
    for (const point of points) {
      this.finish();
      const { technology } = this;
      const own = technology?.at.number !== number;
      this.point = { parts: [point], line: number, indent, marked, own, first: point, last: point, technology };
      if (technology) technology.used = true;
    }
  }

  /** The open point goes on in a further line. */
  goOn(text: string): void {
    const { point } = this;
    if (!point || text === "") return;
    // A word that was parted at its hyphen, and scripts without gaps, are put together as they were.
    const whole =
      (/[\p{L}]-$/u.test(point.last) && /^\p{Ll}/u.test(text)) ||
      (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，、]$/u.test(point.last) &&
        /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text));
    point.parts.push(whole ? text : ` ${text}`);
    point.last = text;
  }

  /** Takes the open point in. */
  finish(): void {
    const { point } = this;
    this.point = null;
    if (!point) return;
    const text = tidy(point.parts.join(""));
    if (isOnlyMarkers(text)) return;
    if (!point.technology) this.problems.push({ line: point.line, code: "no-technology" });
    else if (text.length > longestPoint) this.problems.push({ line: point.line, code: "too-long" });
    else this.pairs.push({ technology: point.technology.name, point: text });
  }

  result(): ReadPoints {
    this.close();
    return { groups: grouped(this.pairs), problems: this.problems.toSorted((one, other) => one.line - other.line) };
  }

  private close(): void {
    this.finish();
    const { technology } = this;
    // "Skills:" above everything is a title.
    if (technology && !technology.used && columnKind(technology.name) === null)
      this.problems.push({ line: technology.at.number, code: "no-points" });
  }
}
