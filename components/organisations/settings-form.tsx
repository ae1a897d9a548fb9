"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormField, FormGrid, FormSection } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { ChoiceOptions } from "@/components/ui/choice-options";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import type { SettingsForm as Schema } from "@/lib/organisations/form-schemas";
import type { Choice } from "@/lib/platform/place-choices";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

type Values = z.output<typeof Schema>;

export interface SettingsFormProps {
  organisation: string;
  values: Values;
  locales: Choice[];
  timeZones: Choice[];
  currencies: Choice[];
  /** Whether letters are sent from here. */
  sends: boolean;
  save: (organisation: string, input: Values) => Promise<ActionResult<{ slug: string }>>;
}

/** Name, address, language, zone, currency and accent of the organisation. */
export function SettingsForm({ organisation, values, locales, timeZones, currencies, sends, save }: SettingsFormProps) {
  const t = useTranslations("organisations.settings");
  const router = useRouter();
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/organisations/form-schemas").then((module) => module.SettingsForm)}
      defaultValues={values}
      action={(changed) => save(organisation, changed)}
      submit={t("save")}
      done={t("saved")}
      onDone={({ slug }) => {
        if (slug !== organisation) router.replace(`/${slug}/settings`);
      }}
      labels={{
        name: t("name"),
        slug: t("slug"),
        locale: t("locale"),
        timeZone: t("timeZone"),
        currency: t("currency"),
        accent: t("accent"),
        quietAfterDays: t("quietAfterDays"),
        notesOpenings: t("notesOpenings"),
      }}
      draft={{ form: "organisation-settings", record: organisation }}
      className="gap-6"
    >
      <FormSection title={t("identity")} lede={t("identityLede")}>
        <FormField name="name" label={t("name")}>
          <Input autoComplete="organization" />
        </FormField>
        <FormField name="slug" label={t("slug")} hint={t("slugHint")}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </FormField>
      </FormSection>
      <FormSection title={t("place")} lede={t("placeLede")}>
        <FormGrid>
          <FormField name="locale" label={t("locale")}>
            <NativeSelect>
              <ChoiceOptions choices={locales} />
            </NativeSelect>
          </FormField>
          <FormField name="timeZone" label={t("timeZone")}>
            <NativeSelect>
              <ChoiceOptions choices={timeZones} />
            </NativeSelect>
          </FormField>
          <FormField name="currency" label={t("currency")}>
            <NativeSelect>
              <ChoiceOptions choices={currencies} />
            </NativeSelect>
          </FormField>
        </FormGrid>
      </FormSection>
      <FormSection title={t("time")} lede={t("timeLede")}>
        <FormField name="quietAfterDays" label={t("quietAfterDays")} hint={t("quietAfterDaysHint")} numeric>
          <Input type="number" inputMode="numeric" min={3} max={90} />
        </FormField>
      </FormSection>
      {sends ? (
        <FormSection title={t("letters")} lede={t("lettersLede")}>
          <FormCheckbox name="notesOpenings" hint={t("notesOpeningsHint")}>
            {t("notesOpenings")}
          </FormCheckbox>
        </FormSection>
      ) : null}
      <FormSection title={t("looks")} lede={t("looksLede")}>
        <Accent />
      </FormSection>
    </ActionForm>
  );
}

/** The solid button in an accent, as the tokens make it of one: hue and capped chroma, with our own lightness. */
const sampleOf = (accent: string) => ({
  backgroundColor: `light-dark(oklch(from ${accent} 0.43 min(c, 0.13) h), oklch(from ${accent} 0.755 min(c, 0.1) h))`,
});

const ours = "#0e5f50";

/** The one colour that a firm chooses, with the button as it will look. Only its hue counts; contrast stays ours. */
function Accent() {
  const t = useTranslations("organisations.settings");
  const { watch, setValue, formState, getFieldState } = useFormContext<Values>();
  const accent = watch("accent");
  const error = getFieldState("accent", formState).error?.message;
  const choose = (colour: string) => setValue("accent", colour, { shouldDirty: true, shouldValidate: true });
  return (
    <div className="grid gap-1.5">
      <Label htmlFor="accent">{t("accent")}</Label>
      <div className="flex flex-wrap items-center gap-3">
        <input
          id="accent"
          type="color"
          value={accent || ours}
          onChange={(event) => choose(event.target.value)}
          className="h-(--control) w-14 rounded-md border border-input bg-card p-1"
        />
        <span
          aria-hidden
          style={accent ? sampleOf(accent) : undefined}
          className="inline-flex h-(--control) items-center rounded-md bg-primary px-3.5 font-semibold text-primary-foreground"
        >
          {t("sample")}
        </span>
        {accent ? (
          <Button variant="quiet" onClick={() => choose("")}>
            {t("oursAgain")}
          </Button>
        ) : (
          <span className="text-sm text-muted-foreground">{t("ours")}</span>
        )}
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
      <p className="text-sm text-muted-foreground">{t("accentHint")}</p>
    </div>
  );
}
