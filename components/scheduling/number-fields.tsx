"use client";

import { useTranslations } from "next-intl";
import { ControlledFormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { FieldProps } from "@/components/ui/field";

type Shared = Omit<FieldProps, "children" | "error"> & { name: string };

/** A whole number, or none at all. */
export function OptionalNumber({ most, ...field }: Shared & { most: number }) {
  return (
    <ControlledFormField
      {...field}
      control={({ value, onChange, onBlur }) => (
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          className="w-32"
          value={typeof value === "number" && !Number.isNaN(value) ? value : ""}
          onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
          onBlur={onBlur}
        />
      )}
    />
  );
}

/** A length of time in minutes, chosen from what is usual. */
export function MinutesField({ choices, ...field }: Shared & { choices: readonly number[] }) {
  const say = useMinutesWords();
  return (
    <ControlledFormField
      {...field}
      control={({ value, onChange, onBlur }) => (
        <NativeSelect
          value={String(value)}
          onChange={({ target }) => onChange(Number(target.value))}
          onBlur={onBlur}
          className="min-w-40"
        >
          {[...new Set([...choices, Number(value)])]
            .sort((one, other) => one - other)
            .map((minutes) => (
              <option key={minutes} value={minutes}>
                {say(minutes)}
              </option>
            ))}
        </NativeSelect>
      )}
    />
  );
}

/** How one says so many minutes: "45 minutes", "2 hours", "3 days". */
export function useMinutesWords(): (minutes: number) => string {
  const t = useTranslations("availability.minutes");
  return (minutes) => {
    if (minutes === 0) return t("none");
    if (minutes % 1440 === 0) return t("days", { count: minutes / 1440 });
    if (minutes % 60 === 0) return t("hours", { count: minutes / 60 });
    return t("minutes", { count: minutes });
  };
}
