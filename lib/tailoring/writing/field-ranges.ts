import { attribute } from "@/lib/documents/xml/cursor";
import { decodeEntities } from "@/lib/documents/xml/entities";
import type { XmlDocument } from "@/lib/documents/xml/tokens";

/** Tokens from the beginning of a field to its end. */
export interface FieldRange {
  from: number;
  to: number;
}

/**
 * Fields that reach over the end of a paragraph and that Word writes anew, or makes a link of: what is put into one is lost. Text that was typed into
 * the field of a form stays, so those are left out, and fields that never end as well.
 */
export function fieldRanges(document: XmlDocument): FieldRange[] {
  const before = known.get(document);
  if (before) return before;
  const found = findRanges(document);
  known.set(document, found);
  return found;
}

/** A document never changes once it is read; whoever plans asks, and whoever writes asks again. */
const known = new WeakMap<XmlDocument, FieldRange[]>();

function findRanges(document: XmlDocument): FieldRange[] {
  const { tokens, source, names } = document;
  if (!names.has("w:fldChar")) return [];
  const found: FieldRange[] = [];
  const open: { from: number; code: string; ends: boolean }[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === "end") {
      if (token.name === "w:p") for (const field of open) field.ends = true;
      return;
    }
    if (token.name === "w:fldChar") {
      const kind = attribute(document, at, "w:fldCharType");
      if (kind === "begin") open.push({ from: at, code: "", ends: false });
      const field = kind === "end" ? open.pop() : undefined;
      if (field?.ends && !/^\s*FORM/i.test(field.code)) found.push({ from: field.from, to: at });
    } else if (token.name === "w:instrText" && token.kind === "start") {
      const field = open.at(-1);
      if (field) field.code += decodeEntities(source.slice(token.end, tokens[token.match]!.start));
    }
  });
  return found;
}
