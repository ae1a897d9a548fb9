"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { CheckboxLine } from "@/components/ui/checkbox";
import { ChoiceOptions } from "@/components/ui/choice-options";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { Choice } from "@/lib/platform/place-choices";
import type { ActionResult } from "@/lib/platform/result";
import { DayOfYear } from "./day-of-year";

/** A public holiday that can be kept or not, with the next day on which it is given. */
export interface OfferedHoliday {
  key: string;
  name: string;
  date: string;
}

export interface HolidayFieldsProps {
  /** Countries whose public holidays are known, with their regions. */
  places: ReadonlyArray<Choice & { regions: Choice[] }>;
  /** The holidays of the place that stands in the form at first. */
  known: readonly OfferedHoliday[];
  holidaysOf: (place: { country: string; region: string }) => Promise<ActionResult<OfferedHoliday[]>>;
}

/** Whose public holidays are kept, which of them are worked all the same, and those of one's own. */
export function HolidayFields({ places, known, holidaysOf }: HolidayFieldsProps) {
  const t = useTranslations("business-time.hoursForm");
  const { setValue } = useFormContext();
  const country = useWatch({ name: "country" }) as string;
  const regions = places.find(({ value }) => value === country)?.regions ?? [];
  return (
    <>
      <FormGrid>
        <FormField name="country" label={t("country")}>
          <NativeSelect onChange={() => setValue("region", "", { shouldDirty: true })}>
            <option value="">{t("noHolidays")}</option>
            <ChoiceOptions choices={places} />
          </NativeSelect>
        </FormField>
        {regions.length > 0 ? (
          <FormField name="region" label={t("region")}>
            <NativeSelect>
              <option value="">{t("wholeCountry")}</option>
              <ChoiceOptions choices={regions} />
            </NativeSelect>
          </FormField>
        ) : null}
      </FormGrid>
      <KeptHolidays known={known} holidaysOf={holidaysOf} />
      <OwnHolidays />
    </>
  );
}

function KeptHolidays({ known, holidaysOf }: Pick<HolidayFieldsProps, "known" | "holidaysOf">) {
  const t = useTranslations("business-time.hoursForm");
  const format = useFormatter();
  const { setValue, formState } = useFormContext();
  const [country, region, worked] = useWatch({ name: ["country", "region", "workedHolidays"] }) as [
    string,
    string,
    string[],
  ];
  const here = `${country}/${region}`;
  const first = `${formState.defaultValues?.["country"]}/${formState.defaultValues?.["region"]}`;
  const [found, setFound] = useState<{ of: string; holidays: readonly OfferedHoliday[] | null }>({
    ...{ of: first, holidays: known },
  });
  useEffect(() => {
    if (found.of === here) return;
    let late = false;
    void holidaysOf({ country, region })
      .catch(() => null)
      .then((result) => {
        if (!late) setFound({ of: here, holidays: result?.ok ? result.data : null });
      });
    return () => {
      late = true;
    };
  }, [country, region, here, found.of, holidaysOf]);
  if (country === "") return null;
  if (found.of !== here)
    return (
      <p role="status" className="text-sm text-muted-foreground">
        {t("loading")}
      </p>
    );
  if (!found.holidays) return <p className="text-sm text-warning">{t("notLoaded")}</p>;
  return (
    <fieldset className="grid grid-cols-2 gap-x-5 gap-y-2 phone:grid-cols-1 phone:gap-y-0">
      <legend className="mb-2 text-sm font-medium">{t("kept")}</legend>
      {found.holidays.map(({ key, name, date }) => (
        <CheckboxLine
          key={key}
          checked={!worked.includes(key)}
          onChange={({ target }) =>
            setValue("workedHolidays", target.checked ? worked.filter((other) => other !== key) : [...worked, key], {
              shouldDirty: true,
            })
          }
          hint={civilDay(format, date, { weekday: "short", day: "numeric", month: "long", year: "numeric" })}
        >
          <span translate="no">{name}</span>
        </CheckboxLine>
      ))}
    </fieldset>
  );
}

function OwnHolidays() {
  const t = useTranslations("business-time.hoursForm");
  const { control, watch } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: "ownHolidays" });
  const names = (watch("ownHolidays") ?? []) as { name: string }[];
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{t("own")}</legend>
      {fields.map((field, at) => (
        <div key={field.id} className="flex flex-wrap items-start gap-1.5">
          <FormField
            name={`ownHolidays.${at}.name`}
            label={<span className="sr-only">{t("ownName")}</span>}
            className="min-w-40 flex-1"
          >
            <Input autoComplete="off" placeholder={t("ownName")} />
          </FormField>
          <DayOfYear name={`ownHolidays.${at}.on`} />
          <span className="mt-[5px]">
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeOwn", { name: names[at]?.name || t("ownName") })}
              onClick={() => remove(at)}
            >
              <Icon name="x" />
            </Button>
          </span>
        </div>
      ))}
      <Button size="small" className="justify-self-start" onClick={() => append({ name: "", on: "12-24" })}>
        <Icon name="plus" size="small" />
        {t("addOwn")}
      </Button>
    </fieldset>
  );
}
