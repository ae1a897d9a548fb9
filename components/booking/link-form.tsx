"use client";

import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Card } from "@/components/ui/card";
import { CheckboxLine } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioLine } from "@/components/ui/radio";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { BookingLinkInput } from "@/lib/scheduling/guests/guest-schemas";

type Values = z.output<typeof BookingLinkInput>;

export interface LinkFormProps {
  organisation: string;
  values: Values;
  isOn: boolean;
  types: readonly { id: string; name: string; lengthMinutes: number }[];
  /** What stands before the readable part of an open address. */
  before: string;
  save: (organisation: string, input: Values) => Promise<ActionResult<unknown>>;
}

/** What one's booking page offers, and by which address. Saying so opens it. */
export function LinkForm({ organisation, values, isOn, types, before, save }: LinkFormProps) {
  const t = useTranslations("booking-page.form");
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/scheduling/guests/guest-schemas").then((module) => module.BookingLinkInput)}
      defaultValues={values}
      action={(typed) => save(organisation, typed)}
      submit={isOn ? t("save") : t("saveOn")}
      done={isOn ? t("saved") : t("savedOn")}
      labels={{ mode: t("mode"), slug: t("slug"), typeIds: t("types"), welcome: t("welcome") }}
      inWords={{
        typeIds: (ids) =>
          types
            .filter(({ id }) => (ids as string[]).includes(id))
            .map(({ name }) => name)
            .join(", "),
        mode: (mode) => t(`modes.${mode as "open"}`),
      }}
      draft={{ form: "booking-link", record: values.personId }}
    >
      <Card pad className="grid gap-6">
        <Types types={types} />
        <Mode before={before} />
        <FormField name="welcome" label={t("welcome")} hint={t("welcomeHint")} optional={t("optional")}>
          <Textarea rows={4} maxLength={600} />
        </FormField>
      </Card>
    </ActionForm>
  );
}

function Types({ types }: Pick<LinkFormProps, "types">) {
  const t = useTranslations("booking-page.form");
  const { field, fieldState } = useController<Values, "typeIds">({ name: "typeIds" });
  return (
    <FieldSet legend={t("types")} hint={t("typesHint")} {...(fieldState.error ? { error: t("noType") } : {})}>
      {types.map(({ id, name, lengthMinutes }) => (
        <CheckboxLine
          key={id}
          checked={field.value.includes(id)}
          onBlur={field.onBlur}
          onChange={({ target }) =>
            field.onChange(target.checked ? [...field.value, id] : field.value.filter((other) => other !== id))
          }
          hint={t("minutes", { count: lengthMinutes })}
        >
          <span translate="no">{name}</span>
        </CheckboxLine>
      ))}
    </FieldSet>
  );
}

function Mode({ before }: { before: string }) {
  const t = useTranslations("booking-page.form");
  const { field } = useController<Values, "mode">({ name: "mode" });
  const slug = useWatch<Values, "slug">({ name: "slug" });
  return (
    <div className="grid gap-4">
      <FieldSet legend={t("mode")}>
        {(["open", "secret"] as const).map((mode) => (
          <RadioLine
            key={mode}
            name={field.name}
            value={mode}
            checked={field.value === mode}
            onBlur={field.onBlur}
            onChange={() => field.onChange(mode)}
            hint={t(`hints.${mode}`)}
          >
            {t(`modes.${mode}`)}
          </RadioLine>
        ))}
      </FieldSet>
      {field.value === "open" ? (
        <FormField
          name="slug"
          label={t("slug")}
          hint={
            <span translate="no" className="break-all">
              {before}
              {slug}
            </span>
          }
        >
          <Input autoCapitalize="none" autoCorrect="off" spellCheck={false} maxLength={60} className="max-w-80" />
        </FormField>
      ) : null}
    </div>
  );
}
