"use client";

import { useActionState } from "react";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { errorOf, FormAlert } from "./form-alert";
import { Submit } from "./submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FormState } from "@/lib/entry/form";

export interface PostedField {
  name: string;
  label: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  placeholder?: string;
  hint?: string;
  value?: string;
  aside?: ReactNode;
  /** Shown, not changed. */
  fixed?: boolean;
}

export interface PostedFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: readonly PostedField[];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  /** Takes the place of the form once it was done, by what was done. */
  done?: Readonly<Record<string, ReactNode>>;
  children?: ReactNode;
}

/** A form that works before, without and with JavaScript: posted to its server action, refusals beside what was typed. */
export function PostedForm({ action, fields, hidden = {}, submit, done = {}, children }: PostedFormProps) {
  const given = Object.fromEntries(fields.map(({ name, value = "" }) => [name, value]));
  const [state, send] = useActionState(action, { values: given });
  if (state.done && done[state.done]) return <div role="status">{done[state.done]}</div>;
  return (
    <form action={send} className="grid gap-4" noValidate>
      <FormAlert refusal={state.refusal} fields={fields.map(({ name }) => name)} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, type = "text", hint, aside, fixed, ...input }) => (
        <Field key={name} label={label} hint={hint} aside={aside} error={errorOf(state.refusal, name)}>
          <Input
            name={name}
            type={type}
            inputMode={type === "email" ? "email" : undefined}
            autoComplete={input.autoComplete}
            placeholder={input.placeholder}
            defaultValue={type === "password" ? undefined : (state.values[name] ?? given[name])}
            readOnly={fixed}
            className="h-11"
          />
        </Field>
      ))}
      {children}
      <Submit>{submit}</Submit>
    </form>
  );
}
