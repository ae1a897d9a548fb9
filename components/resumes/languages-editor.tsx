"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { languageLevels } from "@/lib/resumes/profile/facts";
import type { ProfileFormValues } from "@/lib/resumes/profile/schemas";

/** Languages that candidates of the field name; ISO 639-1. */
const codes =
  "ar bg cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv ms nb nl pl pt ro ru sk sl sq sr sv ta th tr uk ur vi zh".split(
    " ",
  );

/** Which languages, and how well each. */
export function LanguagesEditor() {
  const t = useTranslations("resumes.glance");
  const locale = useLocale();
  const { control, formState } = useFormContext<ProfileFormValues>();
  const rows = useFieldArray({ control, name: "languages", keyName: "row" });
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const sorted = codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  const problem = formState.errors.languages?.root?.message ?? formState.errors.languages?.message;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t("fields.languages")}</legend>
      {rows.fields.map((field, at) => (
        <div key={field.row} className="flex items-start gap-2">
          <FormField
            name={`languages.${at}.code`}
            label={<span className="sr-only">{t("language", { place: at + 1 })}</span>}
            className="min-w-0 flex-1"
          >
            <NativeSelect>
              <option value="">{t("choose")}</option>
              {sorted.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <FormField
            name={`languages.${at}.level`}
            label={<span className="sr-only">{t("languageLevel", { place: at + 1 })}</span>}
            className="min-w-0 flex-1"
          >
            <NativeSelect>
              {languageLevels.map((level) => (
                <option key={level} value={level}>
                  {t(`languageLevels.${level}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <Button
            variant="ghost"
            size="icon"
            className="mt-[5px]"
            aria-label={t("removeLanguage", { place: at + 1 })}
            onClick={() => rows.remove(at)}
          >
            <Icon name="x" />
          </Button>
        </div>
      ))}
      {problem ? <FieldError>{problem}</FieldError> : null}
      <Button
        size="small"
        className="justify-self-start"
        disabled={rows.fields.length >= 12}
        onClick={() => rows.append({ code: "", level: "C1" })}
      >
        <Icon name="plus" />
        {t("addLanguage")}
      </Button>
    </fieldset>
  );
}
