import { typedBullet } from "@/lib/resumes/reading/typed-bullets";
import { grouped, longestPoint, longestTechnology, tidy, type PointProblem, type ReadPoints } from "./points";

/**
 * Reads points in the forms in which people have them: "Java: • one • two", a heading and bullets below, a tab behind each technology, numbers,
 * Markdown, and what Word puts on the clipboard. Where bullets are used, a line without one in front of bullets is a technology; a technology
 * stays until the next one. What is wrong is told by its line, and everything else is kept.
 */
export function parsePoints(text: string): ReadPoints {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, "\n")
    .split("\n")
    .map(readLine);
  const pairs: { technology: string; point: string }[] = [];
  const problems: PointProblem[] = [];
  let technology: { name: string; line: number; used: boolean } | null = null;
  const close = () => {
    if (technology && !technology.used) problems.push({ line: technology.line, code: "no-points" });
  };
  const open = (name: string, line: number) => {
    close();
    technology = { name, line, used: false };
  };
  const add = (point: string, line: number) => {
    if (point === "") return;
    if (!technology) return void problems.push({ line, code: "no-technology" });
    technology.used = true;
    if (point.length > longestPoint) return void problems.push({ line, code: "too-long" });
    pairs.push({ technology: technology.name, point });
  };
  lines.forEach((line, at) => {
    const number = at + 1;
    if (line.kind === "empty") return;
    if (line.kind === "points") return line.points.forEach((point) => add(point, number));
    const led = line.kind === "led" ? line : null;
    if (led) {
      open(led.technology, number);
      return led.points.forEach((point) => add(point, number));
    }
    if (line.kind !== "plain") return;
    const following = lines.slice(at + 1).find(({ kind }) => kind !== "empty");
    const heads = line.heading || (following?.kind === "points" && isName(line.text));
    if (heads) open(line.text.replace(/\s*:$/, ""), number);
    else add(line.text, number);
  });
  close();
  return { groups: grouped(pairs), problems };
}

type Line =
  | { kind: "empty" }
  /** Points under the technology above. */
  | { kind: "points"; points: string[] }
  /** A technology and its points in one line, or a technology that says by its form that it is one. */
  | { kind: "led"; technology: string; points: string[] }
  | { kind: "plain"; text: string; heading: boolean };

function readLine(raw: string): Line {
  // Runs of gaps say no more than two, and cost every pattern time.
  const line = raw
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/ {3,}/g, "  ")
    .replace(/\t[\t ]+/g, "\t");
  if (tidy(line) === "") return { kind: "empty" };
  const markdown = /^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/.exec(line)?.[1];
  if (markdown !== undefined && isName(tidy(markdown))) return heading(tidy(markdown));
  const emphasised = /^\s*(?:\*\*|__)([^*_]+?):?(?:\*\*|__)\s*:?\s*$/.exec(line)?.[1];
  if (emphasised !== undefined && isName(tidy(emphasised))) return heading(tidy(emphasised));
  const marked = markedPoints(line);
  if (marked) return { kind: "points", points: marked };
  return ledPoints(line) ?? { kind: "plain", text: tidy(line), heading: /:\s*$/.test(line) && isName(tidy(line)) };
}

const heading = (text: string): Line => ({ kind: "plain", text, heading: true });

/** A line that begins with a bullet or a number. Several bullets of the same certain kind in it are several points. */
export function markedPoints(line: string): string[] | null {
  const dash = /^\s*[-–—*+]\s+(?=\S)/.exec(line);
  if (dash) return [tidy(line.slice(dash[0].length))];
  const bullet = typedBullet(line);
  if (bullet) {
    const rest = line.slice(bullet.length);
    const several = certain.test(bullet.marker) ? rest.split(bullet.marker) : [rest];
    return several.map(tidy).filter((point) => point !== "");
  }
  const number = /^\s*(?:\(?\d{1,3}[.)]|[a-z][.)]|\(\d{1,3}\))\s+(?=\S)/i.exec(line);
  return number ? [tidy(line.slice(number[0].length))] : null;
}

/** "Java: • one • two", "Java<tab>one", "Java: built one thing". */
function ledPoints(line: string): Line | null {
  const tab = /^\s*([^\t]{1,60}?)\s*\t+\s*(\S.*)$/.exec(line);
  if (tab && isName(tidy(tab[1]!))) return led(tab[1]!, tab[2]!);
  const colon = /^\s*([^:\t]{1,60}?)\s*:\s+(\S.*)$/.exec(line);
  if (!colon || !isName(tidy(colon[1]!))) return null;
  return led(colon[1]!, colon[2]!);
}

function led(technology: string, rest: string): Line {
  const inside = markedPoints(rest) ?? splitInside(rest);
  return { kind: "led", technology: tidy(technology), points: inside };
}

/** "one • two": the first point may stand without a bullet. */
function splitInside(rest: string): string[] {
  return rest
    .split(/\s[•◦▪■●➢‣∙·\uf0b7\uf0a7]\s/u)
    .map(tidy)
    .filter((point) => point !== "");
}

const certain = /^[•◦▪▫■□●○◆◇❖➢➤►▸‣⁃∙⦁⚫·・\ue000-\uf8ff]$/u;

/** Short enough for a name, and no sentence. */
const isName = (text: string): boolean => {
  const name = text.replace(/\s*:$/, "");
  return name !== "" && name.length <= longestTechnology && name.split(" ").length <= 7 && !/[!?;]|[.,]$/.test(name);
};
