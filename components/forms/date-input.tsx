"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { readDate, writeDate } from "./dates";

export type DateInputProps = Omit<
  ComponentProps<"input">,
  "value" | "onChange" | "type" | "min" | "max" | "defaultValue"
> & {
  /** ISO 8601, empty for none. */
  value: string;
  /** Gets an ISO date, or "" when the field is empty or not a date. */
  onChange: (iso: string) => void;
  min?: string;
  max?: string;
};

/** A civil date, typed as one writes it or taken from the system's calendar. Reads when one leaves the field and says what it understood. */
export function DateInput({ value, onChange, onBlur, min, max, className, ...props }: DateInputProps) {
  const t = useTranslations("ui.forms");
  const locale = useLocale();
  const format = useFormatter();
  const picker = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string) => {
    if (!text.trim()) {
      setTyped(null);
      setProblem(null);
      onChange("");
      return;
    }
    const read = readDate(text, locale);
    if (read.ok) {
      setTyped(null);
      setProblem(null);
      onChange(read.iso);
      return;
    }
    onChange("");
    setProblem(
      read.problem === "noSuchDay"
        ? t("noSuchDay", {
            month: format.dateTime(new Date(Date.UTC(read.year, read.month - 1, 1)), {
              month: "long",
              timeZone: "UTC",
            }),
            days: read.days,
          })
        : t("notADate", { example: writeDate("2026-11-18", locale) }),
    );
  };
  return (
    <>
      <span data-slot="date-input" className="relative grid">
        <Input
          autoComplete="off"
          value={typed ?? writeDate(value, locale)}
          onChange={(event) => {
            setTyped(event.target.value);
            // What can be read counts at once, so that a message goes while one types and not when one reaches for the button.
            const read = readDate(event.target.value, locale);
            if (read.ok) {
              setProblem(null);
              onChange(read.iso);
            }
          }}
          onBlur={(event) => {
            if (typed !== null) take(typed);
            onBlur?.(event);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && typed !== null) take(typed);
          }}
          {...props}
          aria-invalid={problem ? true : props["aria-invalid"]}
          aria-describedby={[problem && problemId, props["aria-describedby"]].filter(Boolean).join(" ") || undefined}
          className={cn("pe-10 tabular-nums phone:pe-12", className)}
        />
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={value}
          min={min}
          max={max}
          onChange={(event) => {
            setTyped(null);
            setProblem(null);
            onChange(event.target.value);
          }}
          className="pointer-events-none absolute end-0 bottom-0 size-px opacity-0"
        />
        <button
          type="button"
          aria-label={t("openCalendar")}
          onClick={() => picker.current?.showPicker()}
          className="absolute inset-y-0 end-0 grid w-9 place-items-center rounded-md text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2 phone:w-11"
        >
          <Icon name="calendar" />
        </button>
      </span>
      {problem ? (
        <FieldError own id={problemId}>
          {problem}
        </FieldError>
      ) : null}
    </>
  );
}
