"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { HoursText } from "@/lib/business-time/hours-text";
import type { AddDayInput, EditDayInput } from "@/lib/business-time/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";
import { hoursInRow } from "./clock-time";
import { HoursRows } from "./hours-rows";
import { ChangesAhead, type Ahead, type AheadAsked } from "./changes-ahead";

export type DayValues = Omit<z.output<typeof AddDayInput>, "calendarId">;

export interface DayFormProps {
  organisation: string;
  calendarId: string;
  /** The day that is changed; none for another one. */
  day?: { id: string; version: number };
  values: DayValues;
  actions: {
    add: (organisation: string, input: z.output<typeof AddDayInput>) => Promise<ActionResult<unknown>>;
    edit: (organisation: string, input: z.output<typeof EditDayInput>) => Promise<ActionResult<unknown>>;
    ahead: (organisation: string, asked: AheadAsked) => Promise<ActionResult<Ahead>>;
  };
}

/** A day, or some in a row, that are closed or worked by exception, with what that changes below. */
export function DayForm({ organisation, calendarId, day, values, actions }: DayFormProps) {
  const t = useTranslations("business-time.dayForm");
  const router = useRouter();
  const format = useFormatter();
  const { ahead } = actions;
  const dayId = day?.id;
  const ask = useCallback(
    (typed: unknown) => {
      const { expectedVersion: _, ...fields } = typed as DayValues & { expectedVersion: number };
      return ahead(organisation, { calendarId, day: fields, ...(dayId ? { dayId } : {}) });
    },
    [ahead, organisation, calendarId, dayId],
  );
  return (
    <ActionForm
      key={day?.version}
      schema={() => import("@/lib/business-time/schemas").then((module) => module.EditedDayFields)}
      defaultValues={{ ...values, expectedVersion: day?.version ?? 0 }}
      action={({ expectedVersion, ...typed }) =>
        day
          ? actions.edit(organisation, { ...typed, id: day.id, expectedVersion })
          : actions.add(organisation, { ...typed, calendarId })
      }
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(`/${organisation}/settings/calendars/${calendarId}`)}
      inWords={{ hours: (value) => hoursInRow(format, value as HoursText[]) }}
      labels={{ kind: t("kind"), name: t("name"), fromOn: t("fromOn"), toOn: t("toOn"), hours: t("hours") }}
      draft={{ form: "business-day", record: day?.id ?? calendarId }}
    >
      <FormField name="kind" label={t("kind")}>
        <NativeSelect>
          <option value="closed">{t("closed")}</option>
          <option value="open">{t("open")}</option>
        </NativeSelect>
      </FormField>
      <FormField name="name" label={t("name")} hint={t("nameHint")}>
        <Input autoComplete="off" />
      </FormField>
      <FormGrid>
        <DateField name="fromOn" label={t("fromOn")} />
        <DateField name="toOn" label={t("toOn")} hint={t("toOnHint")} />
      </FormGrid>
      <Hours />
      <ChangesAhead ask={ask} />
    </ActionForm>
  );
}

function Hours() {
  const t = useTranslations("business-time.dayForm");
  const open = useWatch({ name: "kind" }) === "open";
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("hours")}</legend>
      <p className="mb-2 text-sm text-muted-foreground">{open ? t("hoursOpen") : t("hoursClosed")}</p>
      <HoursRows
        name="hours"
        offered={open ? { from: "09:00", to: "12:00" } : { from: "13:00", to: "17:00" }}
        words={{
          ...{ begins: t("begins"), ends: t("ends"), add: t("addHours"), remove: t("removeHours") },
          until: "–",
        }}
      />
    </fieldset>
  );
}
