"use client";

import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { FormCheckbox, FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { chipVariants } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { useMinutesWords } from "./number-fields";

const usual = [15, 30, 60, 120, 1440, 2880, 10_080];
const mostReminders = 5;
const mostQuestions = 10;

/** How long before a session it is brought to mind, each once. */
export function TypeReminders() {
  const t = useTranslations("session-types.form");
  const say = useMinutesWords();
  const { setValue } = useFormContext();
  const chosen = useWatch({ name: "reminders" }) as number[];
  const put = (next: number[]) =>
    setValue(
      "reminders",
      next.sort((one, other) => other - one),
      { shouldDirty: true },
    );
  const offered = [...new Set([...usual, ...chosen])].sort((one, other) => one - other);
  return (
    <div role="group" aria-label={t("reminders.label")} className="flex flex-wrap gap-2">
      {offered.map((minutes) => {
        const on = chosen.includes(minutes);
        return (
          <button
            key={minutes}
            type="button"
            aria-pressed={on}
            disabled={!on && chosen.length >= mostReminders}
            onClick={() => put(on ? chosen.filter((one) => one !== minutes) : [...chosen, minutes])}
            className={cn(chipVariants({ state: on ? "on" : "off" }))}
          >
            {on ? <Icon name="check" size="small" /> : null}
            {say(minutes)}
          </button>
        );
      })}
    </div>
  );
}

/** What is asked at booking. A question keeps its key, so that answers that were given stay with it. */
export function TypeQuestions() {
  const t = useTranslations("session-types.form");
  const { control, getFieldState, formState } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: "questions", keyName: "row" });
  const problem = getFieldState("questions", formState).error;
  const said = problem?.root?.message ?? problem?.message;
  return (
    <div className="grid justify-items-start gap-3">
      {fields.map((field, at) => (
        <div key={field.row} className="flex w-full flex-wrap items-start gap-x-3 gap-y-1">
          <FormField
            name={`questions.${at}.label`}
            label={<span className="sr-only">{t("question", { number: at + 1 })}</span>}
            className="min-w-56 flex-1"
          >
            <Input autoComplete="off" />
          </FormField>
          <FormCheckbox name={`questions.${at}.required`} className="mt-2.5">
            {t("required")}
          </FormCheckbox>
          <span className="mt-[5px]">
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeQuestion", { number: at + 1 })}
              onClick={() => remove(at)}
            >
              <Icon name="x" />
            </Button>
          </span>
        </div>
      ))}
      {said ? <FieldError>{said}</FieldError> : null}
      {fields.length < mostQuestions ? (
        <Button
          size="small"
          onClick={() =>
            append({ key: `q-${crypto.randomUUID().slice(0, 8)}`, label: "", required: false }, { shouldFocus: true })
          }
        >
          <Icon name="plus" size="small" />
          {t("addQuestion")}
        </Button>
      ) : null}
    </div>
  );
}
