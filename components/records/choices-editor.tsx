"use client";

import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { FieldFormValues } from "@/lib/records/form-schemas";

/**
 * The choices of a field, in their order. A renamed one takes its records along; for one that goes away and is in use, the form
 * asks what becomes of them.
 */
export function ChoicesEditor({ usedBy }: { usedBy: Record<string, number> }) {
  const t = useTranslations("records.fields");
  const { control, formState, getValues, setValue } = useFormContext<FieldFormValues>();
  const choices = useFieldArray({ control, name: "choices", keyName: "row" });
  // No field array: that would be found wanting at once, before anybody could answer.
  const gone = useWatch({ control, name: "gone" }) ?? [];
  const kind = useWatch({ control, name: "kind" });
  const rows = useWatch({ control, name: "choices" }) ?? [];
  if (kind !== "choice") return null;
  const problem = formState.errors.choices?.root?.message ?? formState.errors.choices?.message;
  const remove = (at: number) => {
    const was = rows[at]?.was;
    if (was && usedBy[was]) setValue("gone", [...getValues("gone"), { was, to: "" }], { shouldDirty: true });
    choices.remove(at);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t("choices")}</legend>
      {choices.fields.map((field, at) => (
        <div key={field.row} className="flex items-start gap-1.5">
          <FormField
            name={`choices.${at}.text`}
            label={<span className="sr-only">{t("choice", { place: at + 1 })}</span>}
            className="flex-1"
          >
            <Input autoComplete="off" />
          </FormField>
          <span className="mt-[5px] flex">
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("up", { label: rows[at]?.text ?? "" })}
              disabled={at === 0}
              onClick={() => choices.move(at, at - 1)}
            >
              <Icon name="arrow-up" />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("down", { label: rows[at]?.text ?? "" })}
              disabled={at === choices.fields.length - 1}
              onClick={() => choices.move(at, at + 1)}
            >
              <Icon name="arrow-down" />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeChoice", { label: rows[at]?.text ?? "" })}
              onClick={() => remove(at)}
            >
              <Icon name="x" />
            </Button>
          </span>
        </div>
      ))}
      {problem ? <FieldError>{problem}</FieldError> : null}
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => choices.append({ key: `new-${Date.now()}-${choices.fields.length}`, was: "", text: "" })}
      >
        <Icon name="plus" size="small" />
        {t("addChoice")}
      </Button>
      {gone.map(({ was }, at) => (
        <FormField
          key={was}
          name={`gone.${at}.to`}
          label={t("goneChoice", { choice: was, count: usedBy[was] ?? 0 })}
          className="max-w-md"
        >
          <NativeSelect>
            <option value="">{t("choose")}</option>
            <option value="-">{t("leaveEmpty")}</option>
            {rows
              .filter(({ text }) => text.trim())
              .map(({ key, text }) => (
                <option key={key} value={key}>
                  {t("changeTo", { choice: text })}
                </option>
              ))}
          </NativeSelect>
        </FormField>
      ))}
    </fieldset>
  );
}
