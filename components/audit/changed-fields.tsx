import { getTranslations } from "next-intl/server";
import { fieldWords } from "./field-words";

export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

/** What a change changed: each field with what it was and what it is. */
export async function ChangedFields({ fields }: { fields: readonly ChangedField[] }) {
  const t = await getTranslations("audit.entry");
  const words = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value, null, 1);
  };
  return (
    <dl className="grid gap-3">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="grid gap-0.5 border-t border-border pt-3 first:border-t-0 first:pt-0">
          {/* The name under which it is stored, in no language. */}
          <dt translate="no" className="text-sm font-medium">
            {fieldWords(field)}
          </dt>
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
