import "server-only";
import { DateTime } from "luxon";
import type { List } from "@/lib/platform/list";
import type { CellValue, ListColumn } from "@/lib/platform/list-types";
import { translatorFor } from "@/lib/platform/i18n/translator";

/** A value for a file: text, number, yes or no, or a day or moment in the reader's zone, as text without zone. */
export type ExportValue = string | number | boolean | null;

export interface ExportColumn {
  title: string;
  kind: ListColumn["kind"];
  valueOf(cell: CellValue | undefined): ExportValue;
}

/**
 * All columns of a list with their words, in the reader's language. The words stand where the screen finds them: under the
 * list's own name, or under its module's `lists`: `columns.<key>` and `filters.<key>.options.<value>`.
 */
export async function exportColumns(
  definition: List,
  reader: { locale: string; timeZone: string },
): Promise<ExportColumn[]> {
  const t = await translatorFor(reader);
  const places = [definition.name, definition.name.replace(".", ".lists.")];
  const word = (key: string): string | null => {
    const place = places.find((one) => t.has(`${one}.${key}`));
    return place ? t(`${place}.${key}`) : null;
  };
  return definition.columns.map(({ key, kind, label }) => ({
    title: label ?? word(`columns.${key}`) ?? key,
    kind,
    valueOf(cell) {
      if (cell === null || cell === undefined || cell === "") return null;
      if (kind === "status") return word(`filters.${key}.options.${String(cell)}`) ?? String(cell);
      return valueOf(kind, cell, reader.timeZone);
    },
  }));
}

function valueOf(kind: ListColumn["kind"], cell: CellValue, timeZone: string): ExportValue {
  switch (kind) {
    case "number":
      return Number(cell);
    case "boolean":
      return cell === true || cell === "true";
    case "date":
      return String(cell).slice(0, 10);
    case "datetime":
      return DateTime.fromJSDate(new Date(String(cell)), { zone: timeZone }).toFormat("yyyy-MM-dd HH:mm");
    case "money": {
      // Minor units and currency, “123450 CHF” or in two parts.
      const [minor = "", currency = "EUR"] = Array.isArray(cell) ? (cell as string[]) : String(cell).split(" ");
      const digits =
        new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
      return `${(Number(minor) / 10 ** digits).toFixed(digits)} ${currency}`;
    }
    case "phases":
      return Array.isArray(cell) ? String(cell[2] ?? cell[0] ?? "") : String(cell);
    default:
      return Array.isArray(cell) ? cell.filter(Boolean).join(", ") : (cell as string);
  }
}

/** A value as text, for CSV. */
export const textOf = (value: ExportValue): string => (value === null ? "" : String(value));
