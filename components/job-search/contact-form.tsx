"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { FormCheckbox, FormField, FormGrid } from "@/components/forms/form-field";
import { SearchRecordForm, type SearchRecordFormProps } from "@/components/job-search/search-record-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";

const fields = ["name", "companyName", "role", "strength", "relation", "email", "phone", "notes"] as const;
export type ContactValues = Record<Exclude<(typeof fields)[number], "strength">, string> & {
  strength: "1" | "2" | "3";
  private: boolean;
};

/** Somebody whom one knows, new or to be changed. */
export function ContactForm(form: SearchRecordFormProps<ContactValues>) {
  const t = useTranslations("job-search");
  const text = (name: (typeof fields)[number], props: ComponentProps<typeof Input> = {}) => (
    <FormField name={name} label={t(`fields.${name === "name" ? "contactName" : name}`)}>
      <Input autoComplete="off" {...props} />
    </FormField>
  );
  return (
    <SearchRecordForm
      kind="contact"
      labels={Object.fromEntries(
        fields.map((field) => [field, t(`fields.${field === "name" ? "contactName" : field}`)]),
      )}
      {...form}
    >
      <FormGrid>
        {text("name")}
        {text("companyName")}
        {text("role")}
        <FormField name="strength" label={t("fields.strength")}>
          <NativeSelect>
            {(["1", "2", "3"] as const).map((strength) => (
              <option key={strength} value={strength}>
                {t(`strengths.${strength}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        {text("relation")}
        {text("email", { type: "email", inputMode: "email" })}
        {text("phone", { type: "tel", inputMode: "tel" })}
        <FormField name="notes" label={t("fields.notes")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
        <FormCheckbox name="private" hint={t("hints.private")} className="col-span-full">
          {t("fields.private")}
        </FormCheckbox>
      </FormGrid>
    </SearchRecordForm>
  );
}
