"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { HoursText } from "@/lib/business-time/hours-text";
import { weekdayName } from "./clock-time";
import { HoursRows } from "./hours-rows";

const days = [0, 1, 2, 3, 4, 5, 6];
const first = { from: "09:00", to: "17:00" };
const afterNoon = { from: "13:00", to: "17:00" };

/** The hours of a week, `week` in the form: seven days from Monday, each with its stretches. */
export function WeekFields() {
  const t = useTranslations("business-time.hoursForm");
  const format = useFormatter();
  const { formState, getFieldState, getValues, setValue } = useFormContext();
  const week = useWatch({ name: "week" }) as HoursText[][];
  const problem = getFieldState("week", formState).error;
  const said = problem?.root?.message ?? problem?.message;
  return (
    <div className="grid divide-y divide-border">
      {days.map((day) => {
        const name = weekdayName(format, day, "long");
        const before = weekdayName(format, day - 1, "long");
        const hours = week[day] ?? [];
        return (
          <fieldset key={day} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5 first:pt-0">
            <legend className="sr-only">{name}</legend>
            <span aria-hidden className="mt-1.5 w-28 font-medium">
              {name}
              {hours.length === 0 ? (
                <span className="block text-sm font-normal text-muted-foreground">{t("none")}</span>
              ) : null}
            </span>
            <HoursRows
              name={`week.${day}`}
              offered={hours.length === 0 ? first : afterNoon}
              words={{
                ...{ begins: t("begins", { day: name }), ends: t("ends", { day: name }), until: t("until") },
                ...{ add: t("addHours", { day: name }), remove: t("removeHours", { day: name }) },
              }}
              beside={
                day > 0 ? (
                  <Button
                    size="small"
                    variant="quiet"
                    onClick={() =>
                      setValue(`week.${day}`, structuredClone(getValues(`week.${day - 1}`)) as HoursText[], {
                        shouldDirty: true,
                      })
                    }
                  >
                    {t("asBefore", { day: before })}
                  </Button>
                ) : null
              }
            />
          </fieldset>
        );
      })}
      {said ? <FieldError>{said}</FieldError> : null}
    </div>
  );
}
