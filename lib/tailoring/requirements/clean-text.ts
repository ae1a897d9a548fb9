/** One line of a cleaned text. */
export interface TextLine {
  /** From 1. */
  number: number;
  /** Offset of the first character in the cleaned text. */
  at: number;
  text: string;
}

/** Characters of a requirement that are read; no real one is near. What is beyond is left out. */
const longestText = 60_000;

/** Line breaks as "\n", no tags, no marks of quoted mail, no hidden characters, no emphasis of Markdown. */
export function cleanText(raw: string): string {
  const text = raw
    .slice(0, longestText)
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, "\n");
  return (looksLikeHtml(text) ? withoutTags(text) : text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .split("\n")
    .map((line) =>
      line
        .replace(/^(?:[ \t]*>)+ ?/, "")
        // Runs of gaps say no more than three, and cost every pattern time.
        .replace(/ {4,}/g, "   ")
        .replace(/\t[\t ]+/g, "\t")
        .replace(/(\*\*|__)(?=\S)(.+?)\1/g, "$2")
        .replace(/(?<![\w*])\*(?=[\p{L}])([^*]+?)\*(?![\w*])/gu, "$1")
        .trimEnd(),
    )
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n");
}

export function linesOf(text: string): TextLine[] {
  let at = 0;
  return text.split("\n").map((line, index) => {
    const begin = at;
    at += line.length + 1;
    return { number: index + 1, at: begin, text: line };
  });
}

const looksLikeHtml = (text: string): boolean =>
  /<(?:html|body|div|p|br|table|tr|td|li|span|b|strong|o:p)\b[^<>]*>/i.test(text);

/** The few tags that break lines, and the entities that mail holds. Whatever else is in brackets goes. */
function withoutTags(text: string): string {
  return text
    .replace(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\n[ \t]*(?=<)/g, "\n")
    .replace(/<li\b[^<>]*>/gi, "\n• ")
    .replace(/<\/t[dh]>\s*<t[dh]\b[^<>]*>/gi, "\t")
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/ul|\/ol|\/table)\b[^<>]*>/gi, "\n")
    .replace(/<\/?[a-z][\w:-]*(?:\s[^<>@]*)?\/?>/gi, "")
    .replace(/&(#\d{1,6}|#x[\da-f]{1,5}|\w{2,6});/gi, (whole, name: string) => entity(name) ?? whole);
}

const named: Record<string, string> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  bull: "•",
  middot: "·",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  hellip: "…",
  euro: "€",
  pound: "£",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
};

function entity(name: string): string | null {
  if (!name.startsWith("#")) return named[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 0x20 && code <= 0xffff && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : "";
}
