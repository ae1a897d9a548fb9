import type { ComponentProps } from "react";
import { DateInput } from "@/components/forms/date-input";
import { ControlledFormField } from "@/components/forms/form-field";

/** A day in a form, typed or chosen; its value is a civil date as in ISO 8601, or empty. */
export function DateField(field: Omit<ComponentProps<typeof ControlledFormField>, "control">) {
  return (
    <ControlledFormField
      {...field}
      control={({ value, onChange, onBlur }) => (
        <DateInput value={String(value ?? "")} onChange={onChange} onBlur={onBlur} />
      )}
    />
  );
}
