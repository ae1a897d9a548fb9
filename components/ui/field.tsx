"use client";

import { Slot } from "./slot";
import { useId } from "react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import { Label } from "./label";

export interface FieldProps {
  label: ReactNode;
  /** The one control; it gets id, aria-describedby and aria-invalid. */
  children: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in a sentence. The value stays as typed. */
  error?: string;
  /** Stands at the end of the label's line, say "Forgotten it?". */
  aside?: ReactNode;
  /** Says so in the label: most fields are needed, the others are marked. */
  optional?: string;
  /** Told to screen readers; the form marks the others as optional. */
  required?: boolean;
  id?: string;
  className?: string;
}

/** Label above, control, error, hint below. */
export function Field({ label, children, hint, error, aside, optional, required, id, className }: FieldProps) {
  const made = useId();
  const fieldId = id ?? made;
  const described = [error && `${fieldId}-error`, hint && `${fieldId}-hint`].filter(Boolean).join(" ");
  return (
    <div
      data-slot="field"
      className={cn(
        "grid min-w-0 content-start gap-[5px]",
        // A control that could not read what was typed says so itself; the schema's "missing" beside it would only confuse.
        "has-data-own-problem:[&>[data-slot=field-error]:not([data-own-problem])]:hidden",
        className,
      )}
    >
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={fieldId}>
          {label}
          {optional ? <span className="font-normal text-muted-foreground"> ({optional})</span> : null}
        </Label>
        {aside ? <span className="text-sm">{aside}</span> : null}
      </div>
      <Slot
        id={fieldId}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        aria-required={required || undefined}
      >
        {children}
      </Slot>
      {error ? <FieldError id={`${fieldId}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${fieldId}-hint`} className="text-sm text-muted-foreground">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** An icon and a sentence, in red, under what it is about. */
export function FieldError({
  id,
  own = false,
  children,
  className,
}: {
  id?: string;
  /** Said by the control itself about what it could not read. */
  own?: boolean;
  children: ReactNode;
  className?: string;
}) {
  return (
    <p
      id={id}
      data-slot="field-error"
      data-own-problem={own || undefined}
      className={cn("flex items-start gap-1.5 text-sm text-destructive", className)}
    >
      <Icon name="circle-alert" size="small" className="mt-[3px]" />
      <span>{children}</span>
    </p>
  );
}

/** Several controls under one question: radios, boxes. */
export function FieldSet({
  legend,
  children,
  hint,
  error,
  className,
}: {
  legend: ReactNode;
  children: ReactNode;
  hint?: ReactNode;
  error?: string;
  className?: string;
}) {
  const id = useId();
  return (
    <fieldset
      data-slot="field-set"
      aria-describedby={[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined}
      className={cn("grid min-w-0 gap-1.5", className)}
    >
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted-foreground">
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}
