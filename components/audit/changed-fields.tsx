import { civilDay } from "@/lib/platform/i18n/civil-day";
import { getFormatter, getTranslations } from "next-intl/server";
import { auditWords } from "./audit-words";
import { fieldWords } from "./field-words";

export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

export interface ChangedFieldsProps {
  fields: readonly ChangedField[];
  /** What ids among the values are called. */
  names: Readonly<Record<string, string>>;
  timeZone: string;
}

/** A moment, and a civil date, as audit stores them. */
const stored = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/;

/** What a change changed: each field with what it was and what it is. */
export async function ChangedFields({ fields, names, timeZone }: ChangedFieldsProps) {
  const t = await getTranslations("audit.entry");
  const format = await getFormatter();
  const { field: fieldName } = await auditWords();
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  const words = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (typeof value === "string") {
      if (names[value]) return names[value];
      const [, day, time] = stored.exec(value) ?? [];
      if (day && time)
        return format.dateTime(new Date(value), { ...date, hour: "2-digit", minute: "2-digit", timeZone });
      if (day) return civilDay(format, day, { ...date });
    }
    return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value, null, 1);
  };
  return (
    <dl className="grid gap-3">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="grid gap-0.5 border-t border-border pt-3 first:border-t-0 first:pt-0">
          {fieldName(field) ? (
            <dt className="text-sm font-medium">{fieldName(field)}</dt>
          ) : (
            // The name under which it is stored, in no language.
            <dt translate="no" className="text-sm font-medium">
              {fieldWords(field)}
            </dt>
          )}
          <dd className="m-0 grid gap-0.5 text-sm">
            <span className="break-words whitespace-pre-wrap text-muted-foreground">
              <span className="sr-only">{t("before")}: </span>
              <del>{words(before)}</del>
            </span>
            <span className="break-words whitespace-pre-wrap">
              <span className="sr-only">{t("after")}: </span>
              <ins className="no-underline">{words(after)}</ins>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
