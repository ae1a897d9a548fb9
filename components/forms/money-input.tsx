"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { readAmount, writeAmount } from "./amounts";

export interface MoneyValue {
  /** Integer minor units; null while there is none. Not a number where what stands there is no amount: no form takes that. */
  minor: number | null;
  /** ISO 4217. */
  currency: string;
}

export type MoneyInputProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type" | "defaultValue"> & {
  value: MoneyValue;
  onChange: (value: MoneyValue) => void;
  /** Which ones may be chosen; with one it only stands there. */
  currencies: readonly string[];
};

/** An amount with its currency, typed as one writes it. A wrong one stays as typed, with a sentence that says why. */
export function MoneyInput({ value, onChange, onBlur, currencies, className, ...props }: MoneyInputProps) {
  const t = useTranslations("ui.forms");
  const locale = useLocale();
  const problemId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string, currency: string) => {
    if (!text.trim()) {
      setTyped(null);
      setProblem(null);
      onChange({ minor: null, currency });
      return;
    }
    const read = readAmount(text, currency);
    if (read.ok) {
      setTyped(null);
      setProblem(null);
      onChange({ minor: read.minor, currency });
      return;
    }
    onChange({ minor: Number.NaN, currency });
    setProblem(
      read.problem === "letter"
        ? t("letterInNumber", { letter: read.letter })
        : read.problem === "digits"
          ? t("tooManyDigits", { currency, digits: read.digits })
          : t("notANumber"),
    );
  };
  const shown =
    typed ??
    (value.minor === null || Number.isNaN(value.minor) ? "" : writeAmount(value.minor, value.currency, locale));
  return (
    <>
      <span data-slot="money-input" className="grid grid-cols-[minmax(0,1fr)_auto]">
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            // What can be read counts at once, so that a message goes while one types and not when one reaches for the button.
            const read = readAmount(event.target.value, value.currency);
            if (read.ok) {
              setProblem(null);
              onChange({ minor: read.minor, currency: value.currency });
            }
          }}
          onBlur={(event) => {
            if (typed !== null) take(typed, value.currency);
            onBlur?.(event);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && typed !== null) take(typed, value.currency);
          }}
          {...props}
          aria-invalid={problem ? true : props["aria-invalid"]}
          aria-describedby={[problem && problemId, props["aria-describedby"]].filter(Boolean).join(" ") || undefined}
          className={cn("rounded-e-none text-end tabular-nums focus-visible:z-1", className)}
        />
        {currencies.length > 1 ? (
          <span className="relative -ms-px grid">
            <select
              aria-label={t("currency")}
              value={value.currency}
              onChange={(event) => {
                if (shown) take(shown, event.target.value);
                else onChange({ minor: null, currency: event.target.value });
              }}
              className="appearance-none rounded-e-md border border-input bg-muted ps-3 pe-8 hover:border-foreground focus-visible:z-1 focus-visible:-outline-offset-1"
            >
              {currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
            <Icon
              name="chevron-down"
              size="small"
              className="pointer-events-none absolute end-2.5 top-1/2 z-1 -translate-y-1/2 text-muted-foreground"
            />
          </span>
        ) : (
          <span className="-ms-px grid place-items-center rounded-e-md border border-input bg-muted px-3 text-muted-foreground">
            {value.currency}
          </span>
        )}
      </span>
      {problem ? (
        <FieldError own id={problemId}>
          {problem}
        </FieldError>
      ) : null}
    </>
  );
}
