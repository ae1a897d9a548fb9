"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ControlledFormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/ui/native-select";

const daysOfMonth = Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, "0"));
const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));

/** A day of every year in a form, `MM-DD`: a day and a month. */
export function DayOfYear({ name }: { name: string }) {
  const t = useTranslations("business-time.hoursForm");
  const format = useFormatter();
  const nameOf = (month: string) =>
    format.dateTime(new Date(`2024-${month}-15T12:00Z`), { month: "long", timeZone: "UTC" });
  return (
    <ControlledFormField
      name={name}
      label={<span className="sr-only">{t("day")}</span>}
      control={({ value, onChange, onBlur }) => (
        <TwoChoices value={String(value)} onChange={onChange} onBlur={onBlur} month={t("month")} nameOf={nameOf} />
      )}
    />
  );
}

function TwoChoices({
  value,
  onChange,
  onBlur,
  month: label,
  nameOf,
  ...field
}: {
  value: string;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  month: string;
  nameOf: (month: string) => string;
}) {
  const [month = "01", day = "01"] = value.split("-");
  return (
    <span className="flex gap-1.5">
      <NativeSelect
        {...field}
        value={day}
        onChange={({ target }) => onChange(`${month}-${target.value}`)}
        onBlur={onBlur}
        className="w-18 tabular-nums"
      >
        {daysOfMonth.map((one) => (
          <option key={one} value={one}>
            {Number(one)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        aria-label={label}
        value={month}
        onChange={({ target }) => onChange(`${target.value}-${day}`)}
        onBlur={onBlur}
        className="w-36"
      >
        {months.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </NativeSelect>
    </span>
  );
}
