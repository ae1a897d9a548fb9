"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch, type DefaultValues } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { LateSchema } from "@/components/forms/late-schema";
import { insertAtCursor } from "@/components/tailoring/sending/insert-at-cursor";
import { keyOf, VariableChips } from "@/components/tailoring/sending/variable-chips";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import { readLetter } from "@/lib/tailoring/sending/letter-text";

interface Template {
  name: string;
  subject: string;
  body: string;
  followUpDays: string;
}

export interface TemplateFormProps<Values extends Template> {
  organisation: string;
  /** With id and version where one is changed. */
  values: Values;
  save: (organisation: string, input: Values) => Promise<ActionResult<unknown>>;
}

/** A letter with places for values, and beside it how it reads. */
export function TemplateForm<Values extends Template>({ organisation, values, save }: TemplateFormProps<Values>) {
  const t = useTranslations("sending.templateForm");
  const router = useRouter();
  const id = "id" in values ? String(values.id) : null;
  const list = `/${organisation}/send-templates`;
  return (
    <ActionForm
      className="grid-cols-[minmax(0,1fr)] gap-6 beside:grid-cols-2"
      schema={() =>
        import("@/lib/tailoring/sending/schemas").then((module) =>
          id ? module.EditTemplateInput : module.AddTemplateInput,
        ) as ReturnType<LateSchema<Values>>
      }
      defaultValues={values as DefaultValues<Values>}
      action={(typed) => save(organisation, typed)}
      submit={id ? t("save") : t("add")}
      done={id ? t("saved") : t("added")}
      onDone={() => router.push(list)}
      draft={{ form: "send-template", record: id ?? "new" }}
      labels={{ name: t("name"), subject: t("subject"), body: t("body"), followUpDays: t("days") }}
      cancel={
        <LinkButton variant="quiet" href={list}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <Card pad className="grid content-start gap-4">
        <FormField name="name" label={t("name")}>
          <Input autoComplete="off" maxLength={80} />
        </FormField>
        <FormField name="subject" label={t("subject")}>
          <Input autoComplete="off" maxLength={200} />
        </FormField>
        <FormField name="body" label={t("body")}>
          <Textarea rows={12} />
        </FormField>
        <Values />
        <FormField name="followUpDays" label={t("days")} hint={t("daysHint")} className="max-w-xs">
          <Input type="number" inputMode="numeric" min={1} max={60} />
        </FormField>
      </Card>
      <Reading />
    </ActionForm>
  );
}

/** Puts a value into the field of the letter in which the cursor is; into the letter where it is in none. */
function Values() {
  const { setValue } = useFormContext<Template>();
  const put = (words: string) => {
    const at = document.activeElement;
    const field =
      (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) &&
      (at.name === "subject" || at.name === "body")
        ? at
        : document.querySelector<HTMLTextAreaElement>("textarea[name=body]");
    if (field)
      setValue(field.name as "subject" | "body", insertAtCursor(field, words), {
        shouldDirty: true,
        shouldValidate: true,
      });
  };
  return <VariableChips onChoose={put} />;
}

/** How the letter reads, with the values by their names. */
function Reading() {
  const t = useTranslations("sending");
  const [subject, body] = useWatch<Template, ["subject", "body"]>({ name: ["subject", "body"] });
  const words = (text: string) =>
    readLetter(text).parts.map((part, place) =>
      part.kind === "words" ? (
        part.words
      ) : (
        <mark key={place} className="rounded-sm bg-accent px-1 text-accent-foreground">
          {t(`variables.examples.${keyOf(part.name)}`)}
        </mark>
      ),
    );
  return (
    <Card pad className="grid content-start gap-3">
      <h2 className="text-base font-semibold">{t("templateForm.reading")}</h2>
      <p className="text-sm text-muted-foreground">{t("templateForm.readingHint")}</p>
      <p translate="no" className="font-semibold break-words">
        {words(subject)}
      </p>
      <p translate="no" className="break-words whitespace-pre-line">
        {words(body)}
      </p>
    </Card>
  );
}
