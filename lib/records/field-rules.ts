import type { FieldKind } from "@/lib/records/schemas";

export interface FieldDefinition {
  kind: FieldKind;
  label: string;
  choices: readonly string[];
  required: boolean;
}

/** A value in the column of its type; the others are null. */
export interface TypedValue {
  textValue: string | null;
  numberValue: number | null;
  dateValue: string | null;
  booleanValue: boolean | null;
}

export type ReadValue = { ok: true; value: TypedValue } | { ok: false; message: string };

const nothing: TypedValue = { textValue: null, numberValue: null, dateValue: null, booleanValue: null };

/** Numbers are kept with 14 digits before the point and 6 after it. */
const largest = 10 ** 14;

/**
 * A value for a custom field, as it was given, in the column of the field's type. Null and an empty text mean nothing. Refuses,
 * with a sentence for the person, what the field cannot hold and nothing where something is required.
 */
export function readFieldValue(field: FieldDefinition, given: string | number | boolean | null): ReadValue {
  const value = typeof given === "string" ? given.trim() : given;
  if (value === null || value === "")
    return field.required ? no(`${field.label} is needed.`) : { ok: true, value: nothing };
  switch (field.kind) {
    case "text":
      return typeof value === "string" ? yes({ textValue: value }) : no(`${field.label} is a text.`);
    case "number": {
      const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
      if (typeof number !== "number" || !Number.isFinite(number)) return no(`${field.label} is a number, like 12.5.`);
      if (Math.abs(number) >= largest) return no(`${field.label} is too large.`);
      return yes({ numberValue: Math.round(number * 1e6) / 1e6 });
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
  }
}

/** The value again, as a form shows it. */
export const plainValue = (value: TypedValue): string | number | boolean | null =>
  value.textValue ?? value.numberValue ?? value.dateValue ?? value.booleanValue;

/** The key of a field, from its label: "Notice period (weeks)" → "notice_period_weeks". */
export const fieldKey = (label: string): string =>
  label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60) || "field";

/** What is wrong with the choices of a field; null when nothing is. */
export function faultOfChoices(kind: FieldKind, choices: readonly string[]): string | null {
  if (kind !== "choice") return choices.length > 0 ? "Only a choice has choices." : null;
  if (choices.length === 0) return "Say what one can choose from.";
  return new Set(choices).size < choices.length ? "A choice stands here twice." : null;
}

const yes = (value: Partial<TypedValue>): ReadValue => ({ ok: true, value: { ...nothing, ...value } });
const no = (message: string): ReadValue => ({ ok: false, message });

/** Whether a text is a day of the calendar, between the years 1000 and 9999. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
