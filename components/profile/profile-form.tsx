"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid, FormSection } from "@/components/forms/form-field";
import { WorkFields } from "@/components/people/work-fields";
import { ChoiceOptions } from "@/components/ui/choice-options";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ProfileForm as Schema } from "@/lib/people/form-schemas";
import type { Choice } from "@/lib/platform/place-choices";
import type { ActionResult } from "@/lib/platform/result";
import type { ComponentProps } from "react";
import type { z } from "zod";

type Values = z.output<typeof Schema>;

/** Name, how one wants to be called, contact, language and zone. */
export function ProfileForm({
  organisation,
  values,
  locales,
  timeZones,
  work,
  save,
}: {
  organisation: string;
  values: Values;
  locales: Choice[];
  timeZones: Choice[];
  /** For who looks after programmes: what they may choose from. */
  work: ComponentProps<typeof WorkFields> | null;
  save: (organisation: string, input: Values) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.profile");
  const fields = useTranslations("people.fields");
  const works = useTranslations("people.work");
  const listed = (value: unknown) => (Array.isArray(value) ? value.join(", ") : "");
  const optional = useTranslations("people")("optional");
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/people/form-schemas").then((module) => module.ProfileForm)}
      defaultValues={values}
      action={(changed) => save(organisation, changed)}
      submit={t("save")}
      done={t("saved")}
      labels={{
        name: fields("name"),
        calledName: t("calledName"),
        pronouns: t("pronouns"),
        headline: fields("headline"),
        location: fields("location"),
        phone: fields("phone"),
        locale: t("locale"),
        timeZone: t("timeZone"),
        ...(work ? { languages: works("languages"), industries: works("industries") } : {}),
      }}
      inWords={{ languages: listed, industries: listed }}
      draft={{ form: "profile", record: organisation }}
      className="gap-6"
    >
      <FormSection title={t("about")} lede={t("aboutLede")}>
        <FormGrid>
          <FormField name="name" label={fields("name")}>
            <Input autoComplete="name" />
          </FormField>
          <FormField name="calledName" label={t("calledName")} optional={optional} hint={t("calledNameHint")}>
            <Input autoComplete="nickname" />
          </FormField>
          <FormField name="pronouns" label={t("pronouns")} optional={optional}>
            <Input autoComplete="off" />
          </FormField>
          <FormField name="headline" label={t("headline")} optional={optional}>
            <Input autoComplete="organization-title" />
          </FormField>
          <FormField name="phone" label={fields("phone")} optional={optional}>
            <Input type="tel" inputMode="tel" autoComplete="tel" />
          </FormField>
          <FormField name="location" label={fields("location")} optional={optional}>
            <Input autoComplete="address-level2" />
          </FormField>
        </FormGrid>
      </FormSection>
      {work ? (
        <FormSection title={works("own")} lede={works("ownLede")}>
          <WorkFields {...work} />
        </FormSection>
      ) : null}
      <FormSection title={t("reach")} lede={t("reachLede")}>
        <FormGrid>
          <FormField name="locale" label={t("locale")}>
            <NativeSelect>
              <ChoiceOptions choices={locales} none={t("asOrganisation")} />
            </NativeSelect>
          </FormField>
          <FormField name="timeZone" label={t("timeZone")}>
            <NativeSelect>
              <ChoiceOptions choices={timeZones} none={t("asOrganisation")} />
            </NativeSelect>
          </FormField>
        </FormGrid>
      </FormSection>
    </ActionForm>
  );
}
