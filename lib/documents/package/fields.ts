import { attribute } from "../xml/cursor";
import { decodeEntities } from "../xml/entities";
import type { XmlDocument } from "../xml/tokens";

/**
 * What the fields of a part do, as it is written: "PAGE", "HYPERLINK …". A field's code may be spread over many runs, and lie around other fields
 * (ECMA-376 part 1, 17.16.18); its own pieces are put together.
 */
export function fieldCodes(document: XmlDocument): string[] {
  const { tokens, source, names } = document;
  if (!names.has("w:instrText") && !names.has("w:fldSimple")) return [];
  const codes: string[] = [];
  const open: { code: string }[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === "end") return;
    if (token.name === "w:fldSimple") codes.push((attribute(document, at, "w:instr") ?? "").trim());
    else if (token.name === "w:fldChar") {
      const kind = attribute(document, at, "w:fldCharType");
      if (kind === "begin") open.push({ code: "" });
      else if (kind === "end") codes.push((open.pop()?.code ?? "").trim());
    } else if (token.name === "w:instrText" && token.kind === "start") {
      const field = open.at(-1);
      if (field) field.code += decodeEntities(source.slice(token.end, tokens[token.match]!.start));
    }
  });
  // A field that never ends is one all the same for a program that is lenient.
  return [...codes, ...open.map(({ code }) => code.trim())];
}

/** Fields that start a program, or fetch text from another computer. */
export const startsProgram = (code: string): boolean => /^DDE(?:AUTO)?\b/i.test(code);
export const fetchesText = (code: string): boolean => /^INCLUDETEXT\s+"?\s*(?:https?:|ftp:|file:)?[\\/]{2}/i.test(code);
