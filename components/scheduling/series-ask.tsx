"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { MonthWeek } from "@/lib/scheduling/rules/series";

export interface SeriesAskProps {
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** The day of the first one, and which of its weekday it is in its month. */
  date: string;
  monthWeeks: readonly MonthWeek[];
  /** What was asked for, as in the address. */
  repeats: string;
  ends: "times" | "until";
  times: number;
  until: string;
  /** What is wrong with it, by field. */
  wrong: Readonly<Partial<Record<"repeats" | "times" | "until", string>>>;
}

/** How often a session comes again; asked for by the address, like all of the page. */
export function SeriesAsk({
  action,
  hidden,
  date,
  monthWeeks,
  repeats,
  times,
  until,
  wrong,
  ...asked
}: SeriesAskProps) {
  const t = useTranslations("scheduling.series");
  const format = useFormatter();
  const [ends, setEnds] = useState(asked.ends);
  const weekday = format.dateTime(new Date(date), { weekday: "long", timeZone: "UTC" });
  return (
    <form action={action} className="flex flex-wrap items-start gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label={t("often")} error={wrong.repeats}>
        <NativeSelect name="repeats" defaultValue={repeats}>
          {[1, 2, 3, 4, 5, 6, 7, 8].map((weeks) => (
            <option key={weeks} value={`weeks-${weeks}`}>
              {t("weeks", { weeks })}
            </option>
          ))}
          {monthWeeks.map((which) => (
            <option key={which} value={`month-${which}`}>
              {t("month", { which: String(which), weekday })}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t("ends")}>
        <NativeSelect
          name="ends"
          value={ends}
          onChange={({ target }) => setEnds(target.value === "until" ? "until" : "times")}
        >
          <option value="times">{t("endsTimes")}</option>
          <option value="until">{t("endsUntil")}</option>
        </NativeSelect>
      </Field>
      {ends === "times" ? (
        <Field label={t("count")} error={wrong.times}>
          <Input type="number" name="times" min={2} max={52} defaultValue={times} required className="w-24" />
        </Field>
      ) : (
        <Field label={t("until")} error={wrong.until} className="max-w-48">
          <Input type="date" name="until" min={date} defaultValue={until} required className="w-44" />
        </Field>
      )}
      <Button type="submit" className="mt-[25px]">
        {t("show")}
      </Button>
    </form>
  );
}
