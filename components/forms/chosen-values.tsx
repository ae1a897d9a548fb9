"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FilterChip } from "@/components/ui/chip";
import { NativeSelect } from "@/components/ui/native-select";

export interface ChosenValuesProps {
  label: string;
  /** What the list of the others says while nothing is chosen in it. */
  add: string;
  options: readonly { value: string; label: string }[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  most?: number;
  className?: string;
}

/** Several of a list: the chosen ones as chips, the others to choose from beside them. */
export function ChosenValues({ label, add, options, value, onChange, most = 100, className }: ChosenValuesProps) {
  const t = useTranslations("ui.forms");
  const id = useId();
  const others = options.filter((option) => !value.includes(option.value));
  return (
    <div role="group" aria-labelledby={id} className={className}>
      <span id={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </span>
      <div className="flex flex-wrap items-center gap-1.5">
        {value.map((one) => {
          const name = options.find((option) => option.value === one)?.label ?? one;
          return (
            <FilterChip
              key={one}
              label={null}
              value={<span translate="no">{name}</span>}
              removeLabel={t("removePerson", { name })}
              onRemove={() => onChange(value.filter((other) => other !== one))}
            />
          );
        })}
        {others.length > 0 && value.length < most ? (
          <NativeSelect
            aria-label={`${label}: ${add}`}
            value=""
            onChange={({ target }) => onChange([...value, target.value])}
            className="max-w-64"
          >
            <option value="">{add}</option>
            {others.map((option) => (
              <option key={option.value} value={option.value} translate="no">
                {option.label}
              </option>
            ))}
          </NativeSelect>
        ) : null}
      </div>
    </div>
  );
}
