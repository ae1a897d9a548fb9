import { lineOf, readComponents } from "./components";
import { decode, fromText } from "./text-lines";

/** The UIDs of the events in a calendar object. */
export function uidsIn(content: string): string[] {
  const { calendars } = readComponents(decode(content).text, new Set(["UID"]));
  const events = calendars.flatMap(({ parts }) => parts.filter(({ name }) => name === "VEVENT"));
  return events.map((event) => fromText(lineOf(event, "UID")?.value ?? "").trim()).filter(Boolean);
}
