"use client";

import { useState } from "react";
import { ControlledFormField } from "@/components/forms/form-field";
import type { FieldProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Minutes, typed as hours: "1.5" is 90 of them. */
export function HoursField(field: Omit<FieldProps, "children" | "error"> & { name: string }) {
  return (
    <ControlledFormField
      {...field}
      control={({ value, onChange, onBlur }) => <HoursInput minutes={value} {...{ onChange, onBlur }} />}
    />
  );
}

function HoursInput({
  minutes,
  onChange,
  onBlur,
  ...props
}: {
  minutes: unknown;
  onChange: (minutes: number) => void;
  onBlur: () => void;
}) {
  // What is being typed stands as it was typed, or “1.” would become “1”.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typeof minutes === "number" && !Number.isNaN(minutes) ? String(Number((minutes / 60).toFixed(2))) : "";
  return (
    <Input
      {...props}
      type="number"
      inputMode="decimal"
      step="any"
      min={0}
      className="w-28"
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value === "" ? Number.NaN : Math.round(target.valueAsNumber * 60));
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
    />
  );
}
