import { IntlMessageFormat } from "intl-messageformat";
import documents from "@/messages/en/documents.json";
import tailor from "@/messages/en/tailor.json";
import type { Say } from "./in-words";

const formats = new Map<string, IntlMessageFormat | null>();

/** The messages of the screens, in English: for the command line, and for what refuses an operation. */
export const english: Say = Object.assign(
  (path: string, values?: Record<string, string | number>): string => {
    const format = formatOf(path);
    if (!format) throw new Error(`There is no message ${path}.`);
    return String(format.format(values));
  },
  { has: (path: string): boolean => formatOf(path) !== null },
);

function formatOf(path: string): IntlMessageFormat | null {
  const known = formats.get(path);
  if (known !== undefined) return known;
  const message = path
    .split(".")
    .reduce<unknown>(
      (found, part) =>
        typeof found === "object" && found !== null && Object.hasOwn(found, part)
          ? (found as Record<string, unknown>)[part]
          : undefined,
      { documents, tailor },
    );
  const format = typeof message === "string" ? new IntlMessageFormat(message, "en") : null;
  formats.set(path, format);
  return format;
}
