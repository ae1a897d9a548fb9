"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid, FormSection } from "@/components/forms/form-field";
import { hoursInRow } from "@/components/business-time/clock-time";
import { WeekFields } from "@/components/business-time/week-fields";
import { Card } from "@/components/ui/card";
import { ChoiceOptions } from "@/components/ui/choice-options";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { HoursText } from "@/lib/business-time/hours-text";
import type { Choice } from "@/lib/platform/place-choices";
import type { ActionResult } from "@/lib/platform/result";
import type { HostHoursInput, OutsideInput } from "@/lib/scheduling/schemas";
import { MinutesField, OptionalNumber } from "./number-fields";
import { OutsideNotice, type Outside } from "./outside-notice";

type HostHours = z.output<typeof HostHoursInput>;

export interface HostHoursFormProps {
  organisation: string;
  values: HostHours;
  timeZones: Choice[];
  /** In which the person who looks reads times. */
  readerZone: string;
  save: (organisation: string, input: HostHours) => Promise<ActionResult<unknown>>;
  outside: (organisation: string, asked: z.input<typeof OutsideInput>) => Promise<ActionResult<Outside>>;
}

const notices = [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080];

/** When somebody can be booked: hours of a week, their zone, how long before and how far ahead, how many. */
export function HostHoursForm({ organisation, values, timeZones, readerZone, save, outside }: HostHoursFormProps) {
  const t = useTranslations("availability.form");
  const format = useFormatter();
  const { personId } = values;
  const ask = useCallback(
    (typed: unknown) => {
      const { timeZone, week } = typed as HostHours;
      return outside(organisation, { personId, hours: { timeZone, week } });
    },
    [outside, organisation, personId],
  );
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/scheduling/schemas").then((module) => module.HostHoursInput)}
      defaultValues={values}
      action={(typed) => save(organisation, typed)}
      submit={t("save")}
      done={t("saved")}
      inWords={{
        week: (value) => (value as HoursText[][]).map((hours) => hoursInRow(format, hours) || "–").join(" · "),
      }}
      labels={{
        ...{ timeZone: t("timeZone"), week: t("hours"), noticeMinutes: t("notice"), horizonDays: t("horizon") },
        ...{ mostPerDay: t("mostPerDay"), mostPerWeek: t("mostPerWeek") },
      }}
      draft={{ form: "host-hours", record: personId }}
    >
      <Card pad className="grid gap-6">
        <FormSection title={t("hours")} lede={t("hoursLede")}>
          <FormField name="timeZone" label={t("timeZone")}>
            <NativeSelect>
              <ChoiceOptions choices={timeZones} />
            </NativeSelect>
          </FormField>
          <WeekFields />
        </FormSection>
        <FormSection title={t("limits")} lede={t("limitsLede")}>
          <FormGrid>
            <MinutesField name="noticeMinutes" label={t("notice")} choices={notices} />
            <FormField name="horizonDays" label={t("horizon")} hint={t("horizonHint")} numeric>
              <Input type="number" inputMode="numeric" min={1} max={366} className="w-32" />
            </FormField>
            <OptionalNumber name="mostPerDay" label={t("mostPerDay")} hint={t("noLimit")} most={50} />
            <OptionalNumber name="mostPerWeek" label={t("mostPerWeek")} hint={t("noLimit")} most={200} />
          </FormGrid>
        </FormSection>
        <OutsideNotice organisation={organisation} timeZone={readerZone} ask={ask} />
      </Card>
    </ActionForm>
  );
}
