"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { GuestFields } from "@/lib/scheduling/guests/guest-schemas";
import type { OfferedType } from "./model";

export type Typed = GuestFields & { website: string };

/** One and the same, so that nothing seems to have changed. */
export const noProblems: Readonly<Record<string, string>> = {};

export const nothingTyped: Typed = { name: "", email: "", note: "", answers: {}, website: "" };

/** Who books, and what they are asked. What is typed belongs to the page: it stays when another time is chosen. */
export function VisitorForm({
  type,
  typed,
  onType,
  problems,
  pending,
  onSend,
  onBack,
}: {
  type: OfferedType;
  typed: Typed;
  onType: (typed: Typed) => void;
  problems: Readonly<Record<string, string>>;
  pending: boolean;
  onSend: () => void;
  onBack: () => void;
}) {
  const t = useTranslations("booking.form");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);
  const wrong = (name: string) => (problems[name] ? { error: problems[name] } : {});
  const optional = { optional: t("optional") };
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSend();
      }}
    >
      <Field label={t("name")} required {...wrong("name")}>
        <Input
          autoComplete="name"
          maxLength={80}
          value={typed.name}
          onChange={({ target }) => onType({ ...typed, name: target.value })}
        />
      </Field>
      <Field label={t("email")} hint={t("emailHint")} required {...wrong("email")}>
        <Input
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          value={typed.email}
          onChange={({ target }) => onType({ ...typed, email: target.value })}
        />
      </Field>
      {type.questions.map(({ key, label, required }) => (
        <Field
          key={key}
          label={<span translate="no">{label}</span>}
          {...(required ? { required } : optional)}
          {...wrong(`answers.${key}`)}
        >
          <Textarea
            rows={3}
            maxLength={2000}
            value={typed.answers[key] ?? ""}
            onChange={({ target }) => onType({ ...typed, answers: { ...typed.answers, [key]: target.value } })}
          />
        </Field>
      ))}
      <Field label={t("note")} {...optional} {...wrong("note")}>
        <Textarea
          rows={3}
          maxLength={2000}
          value={typed.note}
          onChange={({ target }) => onType({ ...typed, note: target.value })}
        />
      </Field>
      <div aria-hidden className="absolute -start-[9999px] size-px overflow-hidden">
        <input
          tabIndex={-1}
          autoComplete="off"
          name="website"
          aria-label="Website"
          value={typed.website}
          onChange={({ target }) => onType({ ...typed, website: target.value })}
        />
      </div>
      <div className="flex flex-wrap gap-2 phone:grid">
        <Button type="submit" variant="primary" aria-busy={pending || undefined}>
          {t("send")}
        </Button>
        <Button type="button" variant="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
      <p className="text-sm text-muted-foreground">{t("what")}</p>
    </form>
  );
}
