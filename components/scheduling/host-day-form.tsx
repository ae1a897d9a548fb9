"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { z } from "zod";
import { HoursRows } from "@/components/business-time/hours-rows";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/platform/result";
import type { HostDayInput, OutsideInput } from "@/lib/scheduling/schemas";
import { OutsideNotice, type Outside } from "./outside-notice";

type HostDay = z.output<typeof HostDayInput>;

export interface HostDayFormProps {
  organisation: string;
  personId: string;
  readerZone: string;
  add: (organisation: string, input: HostDay) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
  outside: (organisation: string, asked: z.input<typeof OutsideInput>) => Promise<ActionResult<Outside>>;
}

/** Days off, or days with other hours. */
export function HostDayForm({ organisation, personId, readerZone, add, undo, outside }: HostDayFormProps) {
  const t = useTranslations("availability.day");
  const ask = useCallback(
    (typed: unknown) => {
      const { fromOn, toOn, hours } = typed as HostDay;
      return outside(organisation, { personId, day: { fromOn, toOn, hours } });
    },
    [outside, organisation, personId],
  );
  return (
    <ActionForm
      schema={() => import("@/lib/scheduling/schemas").then((module) => module.HostDayInput)}
      defaultValues={{ personId, name: "", fromOn: "", toOn: "", hours: [] }}
      action={(typed) => add(organisation, typed)}
      onUndo={(undone) => undo(organisation, undone)}
      submit={t("save")}
      done={t("saved")}
      labels={{ name: t("name"), fromOn: t("fromOn"), toOn: t("toOn"), hours: t("hours") }}
      resetAfter
      quiet
    >
      <FormField name="name" label={t("name")} hint={t("nameHint")}>
        <Input autoComplete="off" />
      </FormField>
      <DateField name="fromOn" label={t("fromOn")} />
      <DateField name="toOn" label={t("toOn")} hint={t("toOnHint")} />
      <fieldset>
        <legend className="text-sm font-medium">{t("hours")}</legend>
        <p className="mb-2 text-sm text-muted-foreground">{t("hoursHint")}</p>
        <HoursRows
          name="hours"
          offered={{ from: "09:00", to: "12:00" }}
          words={{
            ...{ begins: t("begins"), ends: t("ends"), add: t("addHours"), remove: t("removeHours"), until: "–" },
          }}
        />
      </fieldset>
      <OutsideNotice organisation={organisation} timeZone={readerZone} ask={ask} />
    </ActionForm>
  );
}
