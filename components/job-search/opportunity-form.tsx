"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { SearchRecordForm, type SearchRecordFormProps } from "@/components/job-search/search-record-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";

const fields = [
  "title",
  "companyName",
  "place",
  "source",
  "link",
  "payFrom",
  "payTo",
  "currency",
  "nextAction",
  "nextActionOn",
  "notes",
] as const;
export type OpportunityValues = Record<(typeof fields)[number], string>;

const stages = ["target", "applied", "interviewing", "offer"] as const;

/** An opportunity, new or to be changed. */
export function OpportunityForm({
  currencies,
  ...form
}: SearchRecordFormProps<OpportunityValues> & { currencies: readonly string[] }) {
  const t = useTranslations("job-search");
  const text = (name: (typeof fields)[number], type: "text" | "url" = "text", decimal = false) => (
    <FormField name={name} label={t(`fields.${name}`)} hint={t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined}>
      <Input
        autoComplete="off"
        type={type === "url" ? "url" : "text"}
        {...(decimal ? { inputMode: "numeric" as const } : {})}
      />
    </FormField>
  );
  return (
    <SearchRecordForm
      kind="opportunity"
      labels={Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`)]))}
      {...form}
      values={form.existing ? form.values : { stage: "target", ...form.values }}
    >
      <FormGrid>
        {text("title")}
        {text("companyName")}
        {form.existing ? null : (
          <FormField name="stage" label={t("fields.stage")}>
            <NativeSelect>
              {stages.map((stage) => (
                <option key={stage} value={stage}>
                  {t(`stages.${stage}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        )}
        {text("place")}
        {text("nextAction")}
        <DateField name="nextActionOn" label={t("fields.nextActionOn")} />
        {text("source")}
        {text("link", "url")}
        {text("payFrom", "text", true)}
        {text("payTo", "text", true)}
        <FormField name="currency" label={t("fields.currency")}>
          <NativeSelect>
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </NativeSelect>
        </FormField>
        <FormField name="notes" label={t("fields.notes")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
      </FormGrid>
    </SearchRecordForm>
  );
}
