import type { RolePeriod } from "../types";
import type { Field, FieldKind } from "./fields";
import type { Header } from "./headers";
import type { Line } from "./lines";
import { namesEmployer, titleWords } from "./words";

export interface RoleNames {
  title: string | null;
  employer: string | null;
  start: string | null;
  end: string | null;
  period: RolePeriod | null;
}

/** Reads title, employer and dates from a header: labelled values first, then the pieces of its lines. */
export function nameRole(lines: readonly Line[], fields: readonly (Field | null)[], header: Header): RoleNames {
  const labelled = (kind: FieldKind): string | null => {
    for (let at = header.from; at < header.to; at++) {
      const field = fields[at];
      if (field?.kind === kind && field.value !== "")
        return tidyName(withoutDates(field.value, lines[field.valueLine]));
    }
    return null;
  };
  let title = labelled("title");
  let employer = labelled("company") ?? labelled("client");
  const pieces = title !== null && employer !== null ? [] : freePieces(lines, fields, header);
  if (title === null) {
    const best = bestOf(pieces, titleScore);
    if (best && best.score > 0) {
      title = best.piece.text;
      pieces.splice(pieces.indexOf(best.piece), 1);
    }
  }
  if (employer === null) {
    employer = bestOf(pieces, employerScore)?.piece.text ?? null;
  }
  employer ??= labelled("project");
  const range = lines.slice(header.from, header.to).flatMap((line) => line.ranges)[0];
  return {
    title: title || null,
    employer: employer || null,
    start: range?.start ?? null,
    end: range?.end ?? null,
    period: range?.period ?? null,
  };
}

interface Piece {
  text: string;
  line: Line;
  order: number;
}

function freePieces(lines: readonly Line[], fields: readonly (Field | null)[], header: Header): Piece[] {
  const pieces: Piece[] = [];
  for (let at = header.from; at < header.to; at++) {
    const line = lines[at];
    if (!line || (fields[at] && fields[at]?.kind !== "dates")) continue;
    const worked = /^(?:.{0,20}\bwork(?:ing|ed)\b)\s+(?:as|with|at|for|in)\s+(?:an?\s+|the\s+)?(.*)$/i.exec(
      withoutDates(line.raw, line),
    );
    const text = worked?.[1] ?? withoutDates(line.raw, line);
    const separators = worked
      ? /\s+(?:in|at|for|with|from)\s+|[,;|\t]/i
      : /\t+|\s{3,}|\s*[|•·]\s*|\s+[-–—]\s+|\s+(?:at|@|bei|chez|en|presso)\s+|,\s+|\n/;
    for (const raw of text.split(separators)) {
      const piece = tidyName(raw);
      if (/\p{L}{2}/u.test(piece) && !/^(?:from|to|since|till|duration|period|date)$/i.test(piece)) {
        pieces.push({ text: piece, line, order: pieces.length });
      }
    }
  }
  return pieces;
}

/** The piece with the highest score; of equals the first. */
function bestOf(pieces: readonly Piece[], scoreOf: (piece: Piece) => number): { piece: Piece; score: number } | null {
  let best: { piece: Piece; score: number } | null = null;
  for (const piece of pieces) {
    const score = scoreOf(piece);
    if (!best || score > best.score) best = { piece, score };
  }
  return best;
}

function titleScore(piece: Piece): number {
  const words = titleWords(piece.text);
  if (words === 0) return 0;
  return words + (namesEmployer(piece.text) ? -0.8 : 0.5) - piece.text.length / 200;
}

function employerScore(piece: Piece): number {
  return (
    (namesEmployer(piece.text) ? 2 : 0) +
    (piece.line.bold >= 0.6 ? 0.5 : 0) -
    (titleWords(piece.text) > 0 ? 1 : 0) -
    piece.order * 0.1
  );
}

/** Takes the ranges of a line out of a text that holds the same dates. */
function withoutDates(text: string, line: Line | undefined): string {
  let rest = text;
  for (const range of line?.ranges ?? []) {
    const written = line?.text.slice(range.from, range.to) ?? "";
    // A pattern is made only where white space was written otherwise: making one takes longer than all the rest.
    if (rest.includes(written)) {
      rest = rest.replace(written, "\t");
      continue;
    }
    const pattern = written
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s+");
    rest = rest.replace(new RegExp(pattern, "u"), "\t");
  }
  return rest;
}

function tidyName(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^[\s:;,.|()\-–—#*\d]*(?:\bfrom\b|\bsince\b)?\s*(?=\P{N})|[\s:;,|(\-–—]+$/gu, "")
    .replace(/\(\s*\)/g, "")
    .trim();
}
