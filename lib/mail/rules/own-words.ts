/*
 * What somebody wrote in an answer, without what their mail program put below it. Programs differ and none says where its
 * quotation begins; these are the marks that they agree on. When in doubt a line stays: too much is better than a lost word.
 */

/** "On Tue, 3 Nov 2026 at 10:12, Judith wrote:", in the languages of the offered regions; may be broken over two lines. */
const attribution =
  /^(on|am|le|il|el|op|em|den|dne|dnia|w dniu)\b[^]{0,300}(wrote|schrieb[^]{0,120}|a écrit|ha scritto|escribió|schreef[^]{0,120}|escreveu|skrev[^]{0,120}|napsal\(?a?\)?|napisał\(?a?\)?)\s*:$/i;

/** "-----Original Message-----", "________________________________" and the like. */
const divider = /^(-{2,}\s*\p{L}[\p{L}\s]{3,40}-{2,}|_{10,})$/u;

/** The head of a quoted mail as Outlook writes it. */
const quotedHead = /^(from|von|de|da|van|från|fra)\s*:\s.*@/i;

/** The person's own words of an answer by mail; empty when there are none. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.findIndex((_, at) => beginsQuotation(lines, at));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .filter((line) => !line.trimStart().startsWith(">"))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function beginsQuotation(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.trim();
  // RFC 3676, 4.3: two dashes and a space alone begin the signature.
  if (lines[at] === "-- " || divider.test(line) || quotedHead.test(line)) return true;
  return attribution.test(line) || attribution.test(`${line} ${lines[at + 1]?.trim() ?? ""}`);
}
