"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

export interface LeaverFieldsProps {
  noticeHint: string;
  /** Left out where nobody is suggested by language and place. */
  languages?: ReadonlyArray<{ value: string; label: string }> | undefined;
  languageHint?: string;
}

/** Who leaves a company, as every form asks it: name, private address, last role, day of notice, language and place. */
export function LeaverFields({ noticeHint, languages, languageHint }: LeaverFieldsProps) {
  const t = useTranslations("separations.person");
  return (
    <>
      <FormField name="name" label={t("name")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="email" label={t("email")} hint={t("emailHint")}>
        <Input type="email" inputMode="email" autoComplete="off" />
      </FormField>
      <FormField name="lastRole" label={t("lastRole")}>
        <Input autoComplete="off" />
      </FormField>
      <DateField name="noticeOn" label={t("noticeOn")} hint={noticeHint} />
      {languages ? (
        <>
          <FormField name="language" label={t("language")} hint={languageHint}>
            <NativeSelect>
              <option value="">{t("unknown")}</option>
              {languages.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <FormField name="place" label={t("place")}>
            <Input autoComplete="off" />
          </FormField>
        </>
      ) : null}
    </>
  );
}

/** The same fields in words, for a form that says which of them is wrong. */
export function useLeaverLabels(): Record<"name" | "email" | "lastRole" | "noticeOn" | "language" | "place", string> {
  const t = useTranslations("separations.person");
  return {
    ...{ name: t("name"), email: t("email"), lastRole: t("lastRole"), noticeOn: t("noticeOn") },
    ...{ language: t("language"), place: t("place") },
  };
}
