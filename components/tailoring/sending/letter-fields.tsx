"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { insertAtCursor } from "@/components/tailoring/sending/insert-at-cursor";
import { VariableChips } from "@/components/tailoring/sending/variable-chips";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

export interface LetterFieldsProps {
  subject: string;
  body: string;
  onChange: (change: { subject?: string; body?: string }) => void;
  problems: { subject?: string | undefined; body?: string | undefined };
}

/** Subject and letter, with the values that can be named; a value goes into the field in which one wrote last. */
export function LetterFields({ subject, body, onChange, problems }: LetterFieldsProps) {
  const t = useTranslations("sending.form");
  const subjectField = useRef<HTMLInputElement>(null);
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "body">("body");
  const put = (words: string) => {
    const field = last.current === "subject" ? subjectField.current : bodyField.current;
    if (field) onChange({ [last.current]: insertAtCursor(field, words) });
  };
  return (
    <>
      <Field label={t("subject")} {...(problems.subject ? { error: problems.subject } : {})}>
        <Input
          ref={subjectField}
          value={subject}
          maxLength={200}
          autoComplete="off"
          onFocus={() => (last.current = "subject")}
          onChange={(event) => onChange({ subject: event.target.value })}
        />
      </Field>
      <Field label={t("body")} {...(problems.body ? { error: problems.body } : {})}>
        <Textarea
          ref={bodyField}
          value={body}
          rows={12}
          maxLength={10_000}
          onFocus={() => (last.current = "body")}
          onChange={(event) => onChange({ body: event.target.value })}
        />
      </Field>
      <VariableChips onChoose={put} />
    </>
  );
}
