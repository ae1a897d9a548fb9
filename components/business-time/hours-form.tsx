"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormSection } from "@/components/forms/form-field";
import { Card } from "@/components/ui/card";
import { ChoiceOptions } from "@/components/ui/choice-options";
import { NativeSelect } from "@/components/ui/native-select";
import type { HoursText } from "@/lib/business-time/hours-text";
import type { SetHoursInput } from "@/lib/business-time/schemas";
import type { Choice } from "@/lib/platform/place-choices";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";
import { hoursInRow } from "./clock-time";
import { HolidayFields, type HolidayFieldsProps } from "./holiday-fields";
import { WeekFields } from "./week-fields";
import type { Ahead, AheadAsked } from "./changes-ahead";

/** Comes when the form stands: nothing follows before somebody types. */
const ChangesAhead = dynamic(() => import("./changes-ahead").then((module) => module.ChangesAhead), { ssr: false });

export type HoursValues = z.output<typeof SetHoursInput>;

export interface HoursFormProps extends Pick<HolidayFieldsProps, "places" | "known"> {
  organisation: string;
  values: HoursValues;
  timeZones: Choice[];
  actions: {
    save: (organisation: string, input: HoursValues) => Promise<ActionResult<unknown>>;
    ahead: (organisation: string, asked: AheadAsked) => Promise<ActionResult<Ahead>>;
    holidays: (
      organisation: string,
      place: { country: string; region: string },
    ) => ReturnType<HolidayFieldsProps["holidaysOf"]>;
  };
}

/** What a calendar says from a day on, with what that changes beside it. */
export function HoursForm({ organisation, values, timeZones, places, known, actions }: HoursFormProps) {
  const t = useTranslations("business-time.hoursForm");
  const router = useRouter();
  const format = useFormatter();
  const { ahead, holidays } = actions;
  const ask = useCallback(
    (typed: unknown) => {
      const { calendarId, expectedVersion: _, ...hours } = typed as HoursValues;
      return ahead(organisation, { calendarId, hours });
    },
    [ahead, organisation],
  );
  const holidaysOf = useCallback(
    (place: { country: string; region: string }) => holidays(organisation, place),
    [holidays, organisation],
  );
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/business-time/schemas").then((module) => module.SetHoursInput)}
      defaultValues={values}
      action={(typed) => actions.save(organisation, typed)}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(`/${organisation}/settings/calendars/${values.calendarId}`)}
      inWords={{
        week: (value) => (value as HoursText[][]).map((hours) => hoursInRow(format, hours) || "–").join(" · "),
        workedHolidays: (value) => (value as string[]).join(", "),
        ownHolidays: (value) => (value as { name: string }[]).map(({ name }) => name).join(", "),
      }}
      labels={{
        ...{ validFrom: t("validFrom"), timeZone: t("timeZone"), week: t("hours"), country: t("country") },
        ...{ region: t("region"), workedHolidays: t("kept"), ownHolidays: t("own") },
      }}
      draft={{ form: "business-hours", record: `${values.calendarId}/${values.validFrom}` }}
      className="grid-cols-[minmax(0,1fr)] items-start gap-6 beside:grid-cols-[minmax(0,1fr)_340px] [&>*]:col-start-1"
    >
      <Card pad className="grid gap-6">
        <FormSection title={t("when")} lede={t("whenLede")}>
          <DateField name="validFrom" label={t("validFrom")} hint={t("validFromHint")} />
        </FormSection>
        <FormSection title={t("hours")} lede={t("hoursLede")}>
          <FormField name="timeZone" label={t("timeZone")}>
            <NativeSelect>
              <ChoiceOptions choices={timeZones} />
            </NativeSelect>
          </FormField>
          <WeekFields />
        </FormSection>
        <FormSection title={t("holidays")} lede={t("holidaysLede")}>
          <HolidayFields places={places} known={known} holidaysOf={holidaysOf} />
        </FormSection>
      </Card>
      <aside className="min-h-32 min-w-0 beside:sticky beside:top-20 beside:!col-start-2 beside:row-span-3 beside:row-start-1">
        <ChangesAhead ask={ask} />
      </aside>
    </ActionForm>
  );
}
