import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { columnKind } from "./column-names";
import { isSentence, leadsIn, pointsOf, type Lead } from "./point-leads";
import { pointLines, type PointLine } from "./point-lines";
import { isOnlyMarkers, pointsBehind, pointsInside } from "./point-markers";
import { PointPile } from "./point-pile";
import type { ReadPoints } from "./points";
import { isDeed, isKnown, isName, isOpenEnded, isProper, isSmall, nameOf, wordsIn } from "./technology-names";

/**
 * Reads points in the forms in which people have them: "Java: • one • two", "Java - one", a heading and bullets or sentences below, bullets
 * below bullets, a tab behind each technology, numbers, Markdown, tables, and what Word puts on the clipboard. A technology stays until the
 * next one, and a line that goes on with the bullet above belongs to it. What is wrong is told by its line, and everything else is kept. `own` are the
 * organisation's technologies, as in findTechnologies.
 */
export function parsePoints(text: string, own: readonly OwnTechnology[] = none): ReadPoints {
  const lines = pointLines(text, own);
  const following: (PointLine | undefined)[] = [];
  for (let at = lines.length - 1, next: PointLine | undefined; at >= 0; at--) {
    following[at] = next;
    if (lines[at]!.kind !== "empty") next = lines[at];
  }
  const reader = new PointReader(own);
  lines.forEach((line, at) => reader.take(line, following[at]));
  return reader.pile.result();
}

const none: readonly OwnTechnology[] = [];

class PointReader {
  readonly pile = new PointPile();
  /** A bullet stands alone in the line above. Its point is here, unless bullets are followed by their points elsewhere. */
  private begun = false;

  constructor(private readonly own: readonly OwnTechnology[]) {}

  take(line: PointLine, next: PointLine | undefined): void {
    const begun = this.begun && !line.apart && next?.kind !== "marked";
    this.begun = line.kind === "begun";
    if (line.kind === "begun") this.pile.finish();
    else if (line.kind === "heading") this.pile.open(nameOf(line.rest), line, "mark");
    else if (line.kind === "marked") this.takeMarked(line, next);
    else if (line.kind === "plain") this.takePlain(line, next, begun);
  }

  private isKnown(name: string): boolean {
    return isKnown(name, this.own);
  }

  private takeMarked(line: PointLine, next: PointLine | undefined): void {
    const { pile } = this;
    const lead = this.markedLead(line);
    if (lead) {
      pile.open(lead.name, line, "item");
      return pile.addAll(pointsOf(lead), line, true);
    }
    if (this.isMarkedName(line, next)) return pile.open(nameOf(line.text), line, "marked");
    pile.addAll(pointsBehind(line.marker!.sign, line.rest), line, true);
  }

  /** "- **Java**: one" and "1. Java - one", where no heading says that all of them are points of one technology. */
  private markedLead(line: PointLine): Lead | undefined {
    const { technology, free } = this.pile;
    return leadsIn(line.rest).find(({ name, by }) => {
      if (!isName(name) || isDeed(name) || by === "comma") return false;
      if (by === "bold") return free || (this.isKnown(name) && !this.isKnown(technology!.name));
      if (!free) return false;
      return this.isKnown(name) || (by !== "tight" && isProper(name) && wordsIn(name) <= 4);
    });
  }

  /** "* Java" with "  * one" below. */
  private isMarkedName(line: PointLine, next: PointLine | undefined): boolean {
    const { technology, free } = this.pile;
    const { text, indent, marker } = line;
    if (!isName(text) || isDeed(text)) return false;
    const known = this.isKnown(text);
    const sameAsOpen =
      technology?.by === "marked" && technology.at.indent === indent && technology.at.marker?.sign === marker!.sign;
    if (sameAsOpen && (known || isProper(text))) return true;
    if (!next) return false;
    const deeper = next.indent > indent;
    const below = next.kind === "marked" && (deeper || (next.indent === indent && next.marker!.sign !== marker!.sign));
    const sentence = next.kind === "plain" && !next.apart && !isSmall(next.text) && !this.isKnown(next.text);
    if (known) return (below && (free || deeper)) || (sentence && (free || line.emphasised));
    return (below || (sentence && line.emphasised)) && (technology === null || sameAsOpen);
  }

  private takePlain(line: PointLine, next: PointLine | undefined, begun: boolean): void {
    const { pile } = this;
    if (this.takeLabelled(line)) return;
    const lead = this.plainLead(line, next, begun);
    if (lead) {
      pile.open(lead.name, line, lead.by);
      return pile.addAll(pointsOf(lead), line, false);
    }
    const ends = /[:：]$|\s[-–—]$/u.test(line.text);
    if (isName(line.text)) {
      const label = pile.technology !== null && columnKind(nameOf(line.text)) === "point";
      if (label && (ends || line.emphasised || next?.kind === "marked")) return pile.finish();
      if (line.emphasised || (ends && this.leadsOn(line))) return pile.open(nameOf(line.text), line, "mark");
      if (!begun && (this.isKnownName(line) || this.looksNamed(line, next)))
        return pile.open(nameOf(line.text), line, "name");
    }
    if (!begun && this.goesOn(line)) {
      const [first = "", ...others] = pointsInside(line.text);
      pile.goOn(first);
      return pile.addAll(others, line, true);
    }
    pile.addAll(isOnlyMarkers(line.text) ? [] : pointsInside(line.text), line, begun);
  }

  /** "Tech: Java | Point: one", "Technology: Java", "Point: one", and the titles of a table. */
  private takeLabelled(line: PointLine): boolean {
    const { pile } = this;
    const cells = line.rest.split(/\s*[\t|;]\s*/, 4).filter((cell) => cell !== "");
    const kinds = cells.map((cell) => columnKind(cell));
    if (kinds.includes("technology") && kinds.includes("point")) return true;
    const both = /^([^:|]{1,40}):\s*([^|;\t]{1,64}?)\s*[|;,\t]\s*([^:|]{1,40}):\s*(\S.*)$/.exec(line.rest);
    if (both && columnKind(both[1]!) === "technology" && columnKind(both[3]!) === "point" && isName(both[2]!)) {
      pile.open(nameOf(both[2]!), line, "colon");
      pile.addAll(pointsInside(both[4]!), line, false);
      return true;
    }
    const one = /^([^:|]{1,40}):\s+(\S.*)$/.exec(line.text);
    const kind = one ? columnKind(one[1]!) : null;
    if (kind === "technology" && isName(one![2]!) && (this.isKnown(one![2]!) || pile.technology === null)) {
      pile.open(nameOf(one![2]!), line, "mark");
      return true;
    }
    if (kind !== "point" || pile.technology === null || this.isKnown(one![1]!)) return false;
    pile.addAll(pointsInside(one![2]!), line, false);
    return true;
  }

  private plainLead(line: PointLine, next: PointLine | undefined, begun: boolean): Lead | undefined {
    const { technology, point } = this.pile;
    const after = point !== null && !line.apart;
    if (after && isOpenEnded(point.last)) return undefined;
    return leadsIn(line.rest).find(({ name, by, rest }) => {
      if (!isName(name) || (begun && by !== "bold")) return false;
      if (by === "row") return true;
      if (by === "tab") return line.indent === 0 || technology === null || this.isKnown(name);
      const alike = technology === null || technology.by === by;
      if (by === "comma") return this.isKnown(name) && alike && isSentence(rest, this.own) && next?.kind !== "marked";
      if (this.isKnown(name)) return !this.isKnown(rest) || by !== "tight";
      if (isDeed(name) || (technology !== null && isSmall(name))) return false;
      if (by === "colon" && technology === null) return true;
      if (!isProper(name) || wordsIn(name) > 5) return false;
      return alike || by === "bold" || (by === "colon" && (line.apart || (point?.marked ?? false)));
    });
  }

  /** A line with a colon at its end leads on to points, unless it is the end of a sentence. */
  private leadsOn({ text, apart }: PointLine): boolean {
    const { technology, point } = this.pile;
    if (this.isKnown(text) || technology === null) return true;
    if (point !== null && !apart && isOpenEnded(point.last)) return false;
    return !isDeed(text) && (!isSmall(text) || wordsIn(text) <= 2);
  }

  private isKnownName({ text, apart }: PointLine): boolean {
    const { point } = this.pile;
    return this.isKnown(text) && (apart || point === null || !isOpenEnded(point.last));
  }

  /** Whether a line that is no listed technology is one by where it stands. */
  private looksNamed(line: PointLine, next: PointLine | undefined): boolean {
    const { technology, point } = this.pile;
    const { text, apart, indent } = line;
    if (!next) return false;
    const after = point !== null && !apart;
    const words = wordsIn(text);
    if (next.kind === "marked" || next.kind === "begun") {
      if (!after) return technology === null || !isDeed(text) ? !isSmall(text) || words <= 3 : false;
      if (isSmall(text) || isDeed(text) || isOpenEnded(point.last)) return false;
      return isProper(text) && words <= 5 && (!point.marked || indent <= point.indent);
    }
    if (next.kind !== "plain" || isDeed(text) || isSmall(text) || words > 5) return false;
    if (point?.own && indent < point.indent) return true;
    if (next.indent > indent && (apart || technology === null)) return true;
    if (!apart || this.isKnown(next.text) || next.emphasised) return false;
    if (next.apart) return technology === null && isProper(text);
    if (technology === null || technology.by === "name") return isProper(text) || wordsIn(next.text) > words;
    return isProper(text);
  }

  /** Whether a line goes on with the point above. */
  private goesOn({ text, apart, indent, rest }: PointLine): boolean {
    const { point } = this.pile;
    if (!point) return false;
    const small = isSmall(text);
    if (apart) return point.marked && (small || indent > point.indent);
    if (isOpenEnded(point.last)) return true;
    if (point.marked)
      return small || indent > point.indent || !(isDeed(text) && (/[.;!]$/.test(point.last) || /:\s/.test(rest)));
    return (small && !isSmall(point.first)) || (point.own && indent > point.indent);
  }
}
