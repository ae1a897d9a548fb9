"use client";

import { Slot } from "@/components/ui/slot";
import { get, useFormContext, useController } from "react-hook-form";
import type { ControllerFieldState } from "react-hook-form";
import type { ReactElement, ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Field, FieldError } from "@/components/ui/field";
import type { FieldProps } from "@/components/ui/field";

/**
 * What is wrong with a field that one has left, or with any after a try to send. A row added or taken away has the whole list checked,
 * and nobody wants to read that a field is wrong before coming to it.
 */
const errorOf = ({ error, isTouched }: ControllerFieldState, sent: boolean): string | undefined =>
  isTouched || sent ? error?.message : undefined;

type Shared = Omit<FieldProps, "children" | "error"> & { name: string };

/** A field of an ActionForm around a native control: `<FormField name="title" label="Title"><Input /></FormField>`. */
export function FormField({
  name,
  children,
  numeric = false,
  ...field
}: Shared & { children: ReactNode; /** Value is a number. */ numeric?: boolean }) {
  const { register, formState, getFieldState } = useFormContext();
  const error = errorOf(getFieldState(name, formState), formState.isSubmitted);
  const registration = numeric ? register(name, { valueAsNumber: true }) : register(name);
  // Stands in the page before the script has run: nobody sees an empty form that is not empty.
  const first = get(formState.defaultValues, name) as string | number | undefined;
  return (
    <Field {...field} error={error}>
      <Slot {...registration} defaultValue={first}>
        {children}
      </Slot>
    </Field>
  );
}

export interface ControlledField {
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur: () => void;
}

/** A field around a control that gives values, not events: dates, money, people. */
export function ControlledFormField({
  name,
  control,
  ...field
}: Shared & { control: (field: ControlledField) => ReactElement }) {
  const { field: bound, fieldState, formState } = useController({ name });
  return (
    <Field {...field} error={errorOf(fieldState, formState.isSubmitted)}>
      {control({ name, value: bound.value as unknown, onChange: bound.onChange, onBlur: bound.onBlur })}
    </Field>
  );
}

/** A yes or no in a form. */
export function FormCheckbox({
  name,
  children,
  hint,
  className,
}: {
  name: string;
  children: ReactNode;
  hint?: ReactNode;
  className?: string;
}) {
  const { register, formState, getFieldState } = useFormContext();
  const error = errorOf(getFieldState(name, formState), formState.isSubmitted);
  return (
    <div className={className}>
      <label className={cn("flex items-start gap-2.5 phone:min-h-11 phone:items-center")}>
        <Checkbox className="mt-0.5 phone:mt-0" aria-invalid={error ? true : undefined} {...register(name)} />
        <span>
          {children}
          {hint ? <span className="block text-sm text-muted-foreground">{hint}</span> : null}
        </span>
      </label>
      {error ? <FieldError>{error}</FieldError> : null}
    </div>
  );
}

/** Short answers in two columns, one on a phone. A long one takes `col-span-full`. */
export function FormGrid({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn("grid grid-cols-2 items-start gap-x-5 gap-y-4 phone:grid-cols-1", className)}>{children}</div>
  );
}

/** A part of a long form, with its title at the start and its fields beside it. */
export function FormSection({ title, lede, children }: { title: ReactNode; lede?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t border-border pt-6 first:border-0 first:pt-0 beside:grid-cols-[220px_minmax(0,1fr)]">
      <div>
        <h2 className="text-lg">{title}</h2>
        {lede ? <p className="mt-1 text-sm text-muted-foreground">{lede}</p> : null}
      </div>
      <div className="grid gap-4">{children}</div>
    </section>
  );
}
