"use client";

import type { ReactNode } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";

export interface HoursRowsProps {
  /** Path of the list in the form. */
  name: string;
  /** What a new stretch says at first. */
  offered: { from: string; to: string };
  words: { begins: string; ends: string; until: string; add: string; remove: string };
  /** Stands beside the button for one more. */
  beside?: ReactNode;
}

/** Stretches of hours of one day: each with its beginning and end, one more, one less. */
export function HoursRows({ name, offered, words, beside }: HoursRowsProps) {
  const { control, getFieldState, formState } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  const problem = getFieldState(name, formState).error;
  // Of a list, what is wrong with the whole of it lies under `root`.
  const said = problem?.root?.message ?? problem?.message;
  return (
    <div className="grid justify-items-start gap-2">
      {fields.map((field, at) => (
        <div key={field.id} className="flex items-start gap-1.5">
          <FormField name={`${name}.${at}.from`} label={<span className="sr-only">{words.begins}</span>}>
            <Input type="time" className="w-32 tabular-nums" />
          </FormField>
          <span className="mt-[13px] text-muted-foreground phone:mt-[17px]">{words.until}</span>
          <FormField name={`${name}.${at}.to`} label={<span className="sr-only">{words.ends}</span>}>
            <Input type="time" className="w-32 tabular-nums" />
          </FormField>
          <span className="mt-[5px]">
            <Button variant="ghost" size="icon" aria-label={words.remove} onClick={() => remove(at)}>
              <Icon name="x" />
            </Button>
          </span>
        </div>
      ))}
      {said ? <FieldError>{said}</FieldError> : null}
      <div className="flex flex-wrap gap-1">
        <Button
          size="small"
          variant="ghost"
          aria-label={words.add}
          onClick={() => append(offered, { shouldFocus: true })}
        >
          <Icon name="plus" size="small" />
          {words.add}
        </Button>
        {beside}
      </div>
    </div>
  );
}
