"use client";

import { useTranslations } from "next-intl";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { SearchRecordForm, type SearchRecordFormProps } from "@/components/job-search/search-record-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";

const fields = ["name", "place", "website", "fit", "notes"] as const;
export type CompanyValues = Record<Exclude<(typeof fields)[number], "fit">, string> & { fit: "0" | "1" | "2" | "3" };

/** A company in view, new or to be changed. */
export function CompanyForm(form: SearchRecordFormProps<CompanyValues>) {
  const t = useTranslations("job-search");
  const label = (field: (typeof fields)[number]) => t(`fields.${field === "name" ? "companyName" : field}`);
  return (
    <SearchRecordForm
      kind="company"
      labels={Object.fromEntries(fields.map((field) => [field, label(field)]))}
      {...form}
    >
      <FormGrid>
        <FormField name="name" label={label("name")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="fit" label={label("fit")}>
          <NativeSelect>
            {(["0", "1", "2", "3"] as const).map((fit) => (
              <option key={fit} value={fit}>
                {t(`fits.${fit}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        <FormField name="place" label={label("place")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="website" label={label("website")} hint={t("hints.link")}>
          <Input autoComplete="off" type="url" />
        </FormField>
        <FormField name="notes" label={label("notes")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
      </FormGrid>
    </SearchRecordForm>
  );
}
