import { nameKey } from "@/lib/platform/keys";
import type { FieldKind } from "@/lib/records/field-kinds";

export interface FieldDefinition {
  kind: FieldKind;
  label: string;
  choices: readonly string[];
  required: boolean;
}

/** A value in the column of its type; the others are null. */
export interface TypedValue {
  textValue: string | null;
  /** The text normalised; null where there is none. */
  textKey: string | null;
  numberValue: number | null;
  dateValue: string | null;
  booleanValue: boolean | null;
}

export type PlainValue = string | number | boolean | null;

export type ReadValue = { ok: true; value: TypedValue } | { ok: false; message: string };

export const nothing: TypedValue = {
  textValue: null,
  textKey: null,
  numberValue: null,
  dateValue: null,
  booleanValue: null,
};

/** Numbers are kept with 6 digits after the point. */
const largest = 10 ** 9;

/** Longer texts would not fit into an index. */
const longestText = 500;

/**
 * A value for a custom field, as it was given, in the column of the field's type. Null and an empty text mean nothing. Refuses,
 * with a sentence for the person, what the field cannot hold and nothing where something is required.
 */
export function readFieldValue(field: FieldDefinition, given: PlainValue): ReadValue {
  const value = typeof given === "string" ? given.trim() : given;
  if (value === null || value === "")
    return field.required ? no(`${field.label} is needed.`) : { ok: true, value: nothing };
  switch (field.kind) {
    case "text":
      if (typeof value !== "string") return no(`${field.label} is a text.`);
      return value.length > longestText
        ? no(`${field.label} has at most ${longestText} characters.`)
        : yes({ textValue: value });
    case "number": {
      const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
      if (typeof number !== "number" || !Number.isFinite(number)) return no(`${field.label} is a number, like 12.5.`);
      if (Math.abs(number) >= largest) return no(`${field.label} is too large.`);
      // Plus nothing: minus zero is zero.
      return yes({ numberValue: Math.round(number * 1e6) / 1e6 + 0 });
    }
    case "date":
      return typeof value === "string" && isDay(value)
        ? yes({ dateValue: value })
        : no(`${field.label} is a day, like 2026-11-21.`);
    case "boolean":
      return typeof value === "boolean" ? yes({ booleanValue: value }) : no(`${field.label} is yes or no.`);
    case "choice":
      return typeof value === "string" && field.choices.includes(value)
        ? yes({ textValue: value })
        : no(`${field.label} is one of: ${field.choices.join(", ")}.`);
    case "link":
      return typeof value === "string" && isAddress(value)
        ? yes({ textValue: value })
        : no(`${field.label} is an address, like https://example.com.`);
  }
}

/** The value again, as a form shows it. */
export const plainValue = (value: Omit<TypedValue, "textKey">): PlainValue =>
  value.textValue ?? value.numberValue ?? value.dateValue ?? value.booleanValue;

/** Longest key in bytes: with what lists put before it, it is the name of a column in SQL, which has at most 63. */
const longestKey = 48;

/** The key of a field, from its label: "Notice period (weeks)" → "notice_period_weeks". */
export function fieldKey(label: string): string {
  const words = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+/, "");
  let key = "";
  for (const letter of words) {
    if (new TextEncoder().encode(key + letter).length > longestKey) break;
    key += letter;
  }
  return key.replace(/_+$/, "") || "field";
}

/** What is wrong with the choices of a field; null when nothing is. */
export function faultOfChoices(kind: FieldKind, choices: readonly string[]): string | null {
  if (kind !== "choice") return choices.length > 0 ? "Only a choice has choices." : null;
  if (choices.length === 0) return "Say what one can choose from.";
  return new Set(choices).size < choices.length ? "A choice stands here twice." : null;
}

const yes = (value: Partial<TypedValue>): ReadValue => ({
  ok: true,
  value: { ...nothing, ...value, textKey: value.textValue ? nameKey(value.textValue) : null },
});
const no = (message: string): ReadValue => ({ ok: false, message });

/** Whether a text is a day of the calendar, between the years 1000 and 9999. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether a text is the address of a page: nothing that runs, nothing of the own machine's. */
function isAddress(text: string): boolean {
  if (text.length > longestText || !/^https?:\/\/\S+$/i.test(text)) return false;
  return URL.canParse(text);
}
