import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { isOnlyMarkers, markerOf, type Marker } from "./point-markers";
import { tidy } from "./points";
import { isDeed, isKnown, isName, nameOf } from "./technology-names";

/** A line of pasted points, by its form alone. */
export interface PointLine {
  /** From 1. */
  number: number;
  kind: "empty" | "begun" | "marked" | "heading" | "plain";
  marker: Marker | null;
  /** Columns before it; a tab counts as four. */
  indent: number;
  /** Without marker and heading marks, with tabs and emphasis. */
  rest: string;
  /** Tidy. */
  text: string;
  /** All of it is emphasised, or underlined by the line below. */
  emphasised: boolean;
  /** First of the text, or below an empty line. */
  apart: boolean;
}

/** The lines of a text; those with a bullet and nothing else are "begun". */
export function pointLines(text: string, own: readonly OwnTechnology[]): PointLine[] {
  const raw = text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .split("\n");
  const quoted =
    raw.every((line) => line.trim() === "" || /^\s*>/.test(line)) && raw.some((line) => />\s*\S/.test(line));
  const lines: PointLine[] = [];
  raw.forEach((line, at) => {
    const read = readLine(quoted ? line.replace(/^\s*> ?/, "") : line, at + 1, own);
    const above = lines[at - 1];
    read.apart = above === undefined || above.kind === "empty";
    if (above?.kind === "plain" && isUnderline(read, above)) above.emphasised = true;
    lines.push(read);
  });
  return lines;
}

const isUnderline = (line: PointLine, above: PointLine): boolean =>
  /^(?:={2,}|-{3,}|~{3,})$/.test(line.rest) &&
  isName(above.text) &&
  (line.rest.startsWith("=") || above.apart) &&
  !isDeed(above.text);

function readLine(raw: string, number: number, own: readonly OwnTechnology[]): PointLine {
  const indent = columns(/^\s*/.exec(raw)![0]);
  // Runs of gaps say no more than two, and cost every pattern time.
  const line = raw
    .trim()
    .replace(/ {3,}/g, "  ")
    .replace(/ ?\t[\t ]+/g, "\t");
  const read = (kind: PointLine["kind"], rest: string, marker: Marker | null = null): PointLine => {
    const emphasised = /^(\*\*|__)[^*_]+\1\s*:?$|^\*[^*]+\*:?$/.test(rest);
    const text = emphasised ? tidy(rest.replace(/[*]|^__|__(?=:?$)/g, "")) : tidy(rest);
    return { number, kind, marker, indent, rest, text, emphasised, apart: false };
  };
  if (tidy(line) === "" || isRule(line)) return read("empty", line);
  const [, gap = "", heading] = /^#{1,6}(\s*)(\S.*)$/.exec(line) ?? [];
  if (
    heading !== undefined &&
    indent < 4 &&
    (gap === "" ? isKnown(heading, own) : /[\p{L}\p{N}]/u.test(nameOf(heading)))
  )
    return read("heading", heading);
  if (isOnlyMarkers(tidy(line))) return read("begun", "");
  const marker = markerOf(line);
  if (!marker) return read("plain", line);
  const rest = line.slice(marker.length);
  return isOnlyMarkers(tidy(rest)) ? read("begun", "") : read("marked", rest, marker);
}

/** A line drawn across, also the one below the titles of a table. */
const isRule = (line: string): boolean =>
  /^(?:-{3,}|–{3,}|—{2,}|_{3,}|\*{3,}|={2,}|~{3,}|\* \* \*|- - -)$/.test(line) ||
  (line.includes("--") && line.includes("|") && /^(?:\||:?--)[|:\s-]+$/.test(line));

function columns(gap: string): number {
  let wide = 0;
  for (const sign of gap) wide += sign === "\t" ? 4 : 1;
  return wide;
}
