import type { ReactElement } from "react";
import { z } from "zod";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";

/** What the body of a mail is made from. */
export interface LetterParts<Variables> {
  variables: Variables;
  /** The template's own messages, filled with all variables (moments and days as the reader writes them). */
  say(key: string): string;
}

/**
 * How a mail can be stopped: it comes once because somebody did something (`once`), it tells about the safety of an
 * account and cannot be stopped (`safety`), or the person chooses by kind (`choices`).
 */
export type Stop = "once" | "safety" | "choices";

/** A kind of mail. Its words are in messages/<language>/mail.json under `templates.<key>`. */
export interface MailTemplate<Schema extends z.ZodObject = z.ZodObject> {
  key: string;
  /** Rises when the variables or the meaning change; stands in the ledger. */
  version: number;
  /** From an organisation to somebody there, or about an account that belongs to none. */
  realm: "organisation" | "installation";
  variables: Schema;
  example: z.input<Schema>;
  stop: Stop;
  /** What messages are filled with beside the variables. */
  values?(variables: z.output<Schema>): Record<string, string | number>;
  body(parts: LetterParts<z.output<Schema>>): ReactElement;
}

/** Declares a kind of mail. */
export const template = <Schema extends z.ZodObject>(definition: MailTemplate<Schema>): MailTemplate<Schema> =>
  definition;

/** A name or title as it stands in a sentence. */
export const words = z.string().trim().min(1, "A text for the mail is missing.").max(300);

/** A place in this installation, as a path. Mail never leads anywhere else. */
export const place = z.string().regex(/^\/(?![/\\])[^\s<>"]*$/, "A link in a mail is a path of this installation.");

/** A moment; shown with date, time and zone of the reader. */
export const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);

/** A civil date, `2027-02-01`. */
export const day = z.iso.date();

/** The values of messages: variables, with moments and civil dates as the reader writes them. */
export function valuesOf(
  variables: Record<string, unknown>,
  reader: { locale: string; timeZone: string },
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value === "number") values[name] = value;
    else if (value instanceof Date) values[name] = momentFor(value, reader);
    else if (typeof value === "string") values[name] = /^\d{4}-\d\d-\d\d$/.test(value) ? dayFor(value, reader) : value;
  }
  return values;
}

function momentFor(value: Date, { locale, timeZone }: { locale: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(formatsLocale(locale), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(value);
}

function dayFor(value: string, { locale }: { locale: string }): string {
  return new Intl.DateTimeFormat(formatsLocale(locale), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${value}T00:00:00Z`));
}
