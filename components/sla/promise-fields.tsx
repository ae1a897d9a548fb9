"use client";

import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { ChosenValues } from "@/components/forms/chosen-values";
import { ControlledFormField, FormCheckbox, FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { chipVariants } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { isMetricKey } from "@/lib/sla/metric-keys";
import { HoursField } from "./hours-field";

export interface Choice {
  value: string;
  label: string;
}

interface PromiseValues {
  metric: string;
}

/** What is promised when nothing was yet. */
const usual = { minutes: 480, time: "business", warnAt: [50, 80], escalations: [] };

/** For each thing that is measured, whether it is promised, and within which time. */
export function PromiseFields({ metrics, people }: { metrics: readonly string[]; people: readonly Choice[] }) {
  const t = useTranslations("sla.policies.form");
  const names = useTranslations("sla.metric");
  const { control, getFieldState, formState } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: "promises", keyName: "row" });
  const problem = getFieldState("promises", formState).error;
  const said = problem?.root?.message ?? problem?.message;
  return (
    <div className="grid gap-4">
      {metrics.map((metric) => {
        const place = fields.findIndex((field) => (field as unknown as PromiseValues).metric === metric);
        const name = isMetricKey(metric) ? names(metric) : metric;
        return (
          <fieldset key={metric} className="rounded-lg border border-border px-4 py-3">
            <label className="flex min-h-9 items-center gap-2.5 font-medium phone:min-h-11">
              <Checkbox
                checked={place >= 0}
                onChange={({ target }) => (target.checked ? append({ ...usual, metric }) : remove(place))}
              />
              {name}
            </label>
            {place >= 0 ? <OnePromise at={`promises.${place}`} people={people} metric={name} /> : null}
          </fieldset>
        );
      })}
      {said ? <FieldError>{said}</FieldError> : null}
      <p className="text-sm text-muted-foreground">{t("notPromised")}</p>
    </div>
  );
}

const shares = [25, 50, 75, 80, 90];

function OnePromise({ at, people, metric }: { at: string; people: readonly Choice[]; metric: string }) {
  const t = useTranslations("sla.policies.form");
  return (
    <div className="mt-2 grid gap-4">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <HoursField name={`${at}.minutes`} label={t("within")} />
        <FormField name={`${at}.time`} label={<span className="sr-only">{t("timeOf", { metric })}</span>}>
          <NativeSelect>
            <option value="business">{t("time.business")}</option>
            <option value="calendar">{t("time.calendar")}</option>
          </NativeSelect>
        </FormField>
      </div>
      <ControlledFormField
        name={`${at}.warnAt`}
        label={t("warnAt")}
        control={({ value, onChange }) => <Shares value={value as number[]} onChange={onChange} label={t("warnAt")} />}
      />
      <Escalations at={`${at}.escalations`} people={people} />
    </div>
  );
}

function Shares(props: { value: readonly number[]; onChange: (value: number[]) => void; label: string }) {
  const { value, onChange, label } = props;
  const t = useTranslations("sla.policies.form");
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {[...new Set([...shares, ...value])]
        .sort((one, other) => one - other)
        .map((share) => {
          const on = value.includes(share);
          return (
            <button
              key={share}
              type="button"
              aria-pressed={on}
              onClick={() =>
                onChange(
                  on ? value.filter((one) => one !== share) : [...value, share].sort((one, other) => one - other),
                )
              }
              className={cn(chipVariants({ state: on ? "on" : "off" }))}
            >
              {on ? <Icon name="check" size="small" /> : null}
              {t("share", { share })}
            </button>
          );
        })}
    </div>
  );
}

const mostSteps = 5;

/** Who else hears of it when it was missed, one after the other. */
function Escalations({ at, people }: { at: string; people: readonly Choice[] }) {
  const t = useTranslations("sla.policies.form");
  const { control, getFieldState, formState, setValue } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: at, keyName: "row" });
  const steps = useWatch({ name: at }) as { afterMinutes: number; people: string[] }[];
  const problem = getFieldState(at, formState).error;
  const said = problem?.root?.message ?? problem?.message;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-sm font-medium">{t("escalations")}</p>
      {fields.map((field, place) => (
        <div key={field.row} className="w-full rounded-md bg-muted/50 px-3 py-2.5">
          <div className="flex items-start gap-3">
            <HoursField name={`${at}.${place}.afterMinutes`} label={t("after")} className="grow" />
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeStep", { number: place + 1 })}
              onClick={() => remove(place)}
            >
              <Icon name="x" />
            </Button>
          </div>
          <FormCheckbox name={`${at}.${place}.overseers`} className="mt-2">
            {t("overseers")}
          </FormCheckbox>
          <ChosenValues
            className="mt-2"
            label={t("people")}
            add={t("addPerson")}
            options={people}
            most={20}
            value={steps[place]?.people ?? []}
            onChange={(value) =>
              setValue(`${at}.${place}.people`, value, { shouldDirty: true, shouldValidate: formState.isSubmitted })
            }
          />
          <StepProblem name={`${at}.${place}.people`} />
        </div>
      ))}
      {said ? <FieldError>{said}</FieldError> : null}
      {fields.length < mostSteps ? (
        <Button
          size="small"
          onClick={() => append({ afterMinutes: (steps.at(-1)?.afterMinutes ?? 0) + 240, people: [], overseers: true })}
        >
          <Icon name="plus" size="small" />
          {t("addStep")}
        </Button>
      ) : null}
    </div>
  );
}

function StepProblem({ name }: { name: string }) {
  const { getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  const said = error?.root?.message ?? error?.message;
  return said ? <FieldError>{said}</FieldError> : null;
}
