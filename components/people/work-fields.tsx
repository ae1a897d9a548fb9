"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { ControlledFormField } from "@/components/forms/form-field";
import { ListInput } from "@/components/forms/list-input";
import { CheckboxLine } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";
import type { Choice } from "@/lib/platform/place-choices";

/** What a consultant works in: for whom they are suggested rests on it. */
export function WorkFields({
  languages,
  industries,
}: {
  languages: readonly Choice[];
  /** Those of the companies that pay, as they are written there. */
  industries: readonly string[];
}) {
  const t = useTranslations("people.work");
  const { register, formState, getFieldState } = useFormContext();
  return (
    <>
      <FieldSet legend={t("languages")} error={getFieldState("languages", formState).error?.message}>
        <div className="grid grid-cols-3 gap-x-6 gap-y-2.5 phone:grid-cols-2">
          {languages.map(({ value, label }) => (
            <CheckboxLine key={value} value={value} {...register("languages")}>
              {label}
            </CheckboxLine>
          ))}
        </div>
      </FieldSet>
      <ControlledFormField
        name="industries"
        label={t("industries")}
        hint={industries.length > 0 ? t("industriesOf", { industries: industries.join(", ") }) : t("industriesHint")}
        control={({ value, onChange, onBlur }) => (
          <ListInput value={(value as string[] | undefined) ?? []} onChange={onChange} onBlur={onBlur} />
        )}
      />
    </>
  );
}
