import type { PlainValue } from "@/lib/records/field-rules";
import type { FieldKind } from "@/lib/records/field-kinds";

/** A value as a form holds it. */
export const formValue = (value: PlainValue): string =>
  value === true ? "yes" : value === false ? "no" : value === null ? "" : String(value);

/** The value that a form's text means. */
export const givenValue = (kind: FieldKind, text: string): PlainValue =>
  kind === "boolean" && text !== "" ? text === "yes" : text;
