"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxLine } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { RadioLine } from "@/components/ui/radio";
import { readChoice, readRange, writeChoice, writeRange } from "@/lib/platform/filter-values";
import type { TableFilter } from "./types";

/** Sets one filter. Choices apply at once; what is typed applies with Enter or the button. */
export function FilterEditor({
  filter,
  value,
  onChange,
  onDone,
}: {
  filter: TableFilter;
  value: string;
  onChange: (value: string | null) => void;
  onDone: () => void;
}) {
  const t = useTranslations("ui.table");
  const [draft, setDraft] = useState(value);
  const name = useId();
  if (filter.kind === "choice") {
    const chosen = readChoice(value);
    return (
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{filter.label}</legend>
        {(filter.options ?? []).map((option) => (
          <CheckboxLine
            key={option.value}
            className="min-h-9 items-center"
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              onChange(
                writeChoice(
                  event.target.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value),
                ) || null,
              )
            }
          >
            {option.label}
          </CheckboxLine>
        ))}
      </fieldset>
    );
  }
  if (filter.kind === "boolean") {
    return (
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{filter.label}</legend>
        {(["yes", "no"] as const).map((answer) => (
          <RadioLine
            key={answer}
            name={name}
            className="ms-0"
            checked={value === answer}
            onChange={() => onChange(answer)}
          >
            {t(answer)}
          </RadioLine>
        ))}
      </fieldset>
    );
  }
  const range = readRange(draft);
  const type = filter.kind === "dateRange" ? "date" : "number";
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(draft.trim() || null);
        onDone();
      }}
    >
      {filter.kind === "text" ? (
        <div className="grid gap-[5px]">
          <Label htmlFor={name}>{filter.label}</Label>
          <Input id={name} autoFocus value={draft} onChange={(event) => setDraft(event.target.value)} />
        </div>
      ) : (
        <fieldset>
          <legend className="mb-1 text-sm font-medium">
            {filter.label}
            {filter.unit ? <span className="font-normal text-muted-foreground"> ({filter.unit})</span> : null}
          </legend>
          <div className="grid grid-cols-2 gap-2">
            {(["from", "to"] as const).map((end) => (
              <div key={end} className="grid gap-[5px]">
                <Label htmlFor={`${name}-${end}`} className="font-normal text-muted-foreground">
                  {t(end)}
                </Label>
                <Input
                  id={`${name}-${end}`}
                  type={type}
                  inputMode={type === "number" ? "numeric" : undefined}
                  autoFocus={end === "from"}
                  value={range[end] ?? ""}
                  onChange={(event) => setDraft(writeRange({ ...range, [end]: event.target.value }) ?? "")}
                />
              </div>
            ))}
          </div>
        </fieldset>
      )}
      <Button type="submit" size="small" className="justify-self-start">
        {t("apply")}
      </Button>
    </form>
  );
}
