import { readLine, wholeLines, type ContentLine } from "./text-lines";

/** A part of a calendar between its BEGIN and END, with those of its lines that somebody asked for. */
export interface Component {
  name: string;
  lines: ContentLine[];
  parts: Component[];
}

export interface Components {
  calendars: Component[];
  /** Lines that are no lines of a calendar, as those of a text that was not folded. */
  broken: number;
  /** Parts that end without saying so. */
  unclosed: number;
}

/** Parts that stand in a calendar and hold none of their own kind: where one begins before the last one ended, the last one ends. */
const tops = new Set(["VEVENT", "VFREEBUSY", "VTIMEZONE", "VTODO", "VJOURNAL"]);

/** Parts stand in parts no deeper than this: an alarm in an event in a calendar. What is deeper is broken. */
const deepest = 8;

/** The calendars in a text, whatever else is in it. */
export function readComponents(text: string, wanted: ReadonlySet<string>): Components {
  const found: Components = { calendars: [], broken: 0, unclosed: 0 };
  let open: Component[] = [];
  const close = (depth: number): void => {
    found.unclosed += open.length - depth;
    open = open.slice(0, depth);
  };
  for (const whole of wholeLines(text, (name) => name === "BEGIN" || name === "END" || wanted.has(name))) {
    const line = readLine(whole);
    const kind = line?.value.toUpperCase() ?? "";
    if (line?.name === "BEGIN") {
      const earlier = open.findIndex(({ name }) =>
        kind === "VCALENDAR" ? name === kind : tops.has(kind) && tops.has(name),
      );
      if (earlier >= 0) close(earlier);
      if (open.length === deepest) {
        found.broken += 1;
        continue;
      }
      const part: Component = { name: kind, lines: [], parts: [] };
      if (kind === "VCALENDAR") found.calendars.push(part);
      else open.at(-1)?.parts.push(part);
      open.push(part);
    } else if (line?.name === "END") {
      const depth = open.findLastIndex(({ name }) => name === kind);
      if (depth < 0) found.broken += 1;
      else {
        close(depth + 1);
        open.pop();
      }
    } else if (line && wanted.has(line.name)) open.at(-1)?.lines.push(line);
    else if (open.length > 0) found.broken += 1;
  }
  close(0);
  return found;
}

/** The first line of a name. */
export const lineOf = ({ lines }: Component, name: string): ContentLine | undefined =>
  lines.find((line) => line.name === name);

/** The value of the first line of a name in capitals, for those that say one of a few words. */
export const wordOf = (component: Component, name: string): string =>
  (lineOf(component, name)?.value ?? "").toUpperCase();
