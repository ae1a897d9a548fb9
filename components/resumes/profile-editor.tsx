"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { writeAmount } from "@/components/forms/amounts";
import { ControlledFormField, FormField, FormGrid } from "@/components/forms/form-field";
import { MoneyInput, type MoneyValue } from "@/components/forms/money-input";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import {
  careerLevels,
  relocations,
  workFunctions,
  type CareerLevel,
  type ProfileFacts,
  type Relocation,
  type SpokenLanguage,
  type WorkFunction,
} from "@/lib/resumes/profile/facts";
import type { ProfileFormValues, WriteProfileInput } from "@/lib/resumes/profile/schemas";
import { LanguagesEditor } from "./languages-editor";

export interface ProfileEditorProps {
  organisation: string;
  personId: string;
  /** Where one came from, and goes back to. */
  back: string;
  facts: ProfileFacts;
  version: number;
  /** What the career says about facts that are not given. */
  suggested: Partial<ProfileFacts>;
  currencies: readonly [string, ...string[]];
  write: (organisation: string, input: z.input<typeof WriteProfileInput>) => Promise<ActionResult<unknown>>;
}

/** Everything that a profile says at a glance. What is empty is filled with what the career says, for the person to keep or change. */
export function ProfileEditor(props: ProfileEditorProps) {
  const { organisation, personId, back, facts, version, suggested, currencies, write } = props;
  const t = useTranslations("resumes.glance");
  const locale = useLocale();
  const router = useRouter();
  const taken = (Object.keys(suggested) as (keyof ProfileFacts)[]).filter(
    (fact) => facts[fact] === "" || facts[fact] === null,
  );
  const filled = { ...facts, ...Object.fromEntries(taken.map((fact) => [fact, suggested[fact]])) } as ProfileFacts;
  const typedFrom = (from: ProfileFacts) => ({
    ...from,
    experienceYears: String(from.experienceYears ?? ""),
    noticeWeeks: String(from.noticeWeeks ?? ""),
    locations: from.locations.join(", "),
    targetPay: from.targetPay ?? { minor: null, currency: currencies[0] },
  });
  const values: ProfileFormValues = { ...typedFrom(filled), expectedVersion: version };
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const choice = <Value extends string>(all: readonly Value[], group: "functions" | "levels" | "relocations") => (
    <NativeSelect>
      <option value="">{t("choose")}</option>
      {all.map((one) => (
        <option key={one} value={one}>
          {t(`${group}.${one}` as Parameters<typeof t>[0])}
        </option>
      ))}
    </NativeSelect>
  );
  return (
    <ActionForm
      schema={() => import("@/lib/resumes/profile/schemas").then((module) => module.ProfileForm)}
      defaultValues={values}
      action={async (typed) => {
        const { profileInput } = await import("@/lib/resumes/profile/schemas");
        const result = await write(organisation, profileInput(personId, typed));
        // What stands there now is shown, and taken over, as the form holds it.
        if (!result.ok && result.refusal.current) {
          const current = result.refusal.current as unknown as ProfileFacts & { version: number };
          return {
            ok: false,
            refusal: { ...result.refusal, current: { ...typedFrom(current), version: current.version } },
          };
        }
        return result;
      }}
      inWords={{
        workFunction: (one) => (one ? t(`functions.${one as WorkFunction}`) : ""),
        careerLevel: (one) => (one ? t(`levels.${one as CareerLevel}`) : ""),
        relocation: (one) => (one ? t(`relocations.${one as Relocation}`) : ""),
        languages: (all) =>
          (all as SpokenLanguage[])
            .map(({ code, level }) => `${names.of(code) ?? code}, ${t(`languageLevels.${level}`)}`)
            .join("; "),
        targetPay: (pay) => {
          const { minor, currency } = pay as MoneyValue;
          return minor === null ? "" : `${currency} ${writeAmount(minor, currency, locale)}`;
        },
      }}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(back)}
      draft={{ form: "profile-glance", record: personId }}
      labels={{
        ...Object.fromEntries(Object.keys(facts).map((fact) => [fact, t(`fields.${fact}` as Parameters<typeof t>[0])])),
        "targetPay.minor": t("fields.targetPay"),
      }}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      {taken.length > 0 ? (
        <Notice icon="sparkles">
          {t("suggested", { what: taken.map((fact) => t(`fields.${fact}` as Parameters<typeof t>[0])).join(", ") })}
        </Notice>
      ) : null}
      <FormField name="headline" label={t("fields.headline")} hint={t("hints.headline")}>
        <Input autoComplete="off" />
      </FormField>
      <FormGrid>
        <FormField name="workFunction" label={t("fields.workFunction")}>
          {choice(workFunctions, "functions")}
        </FormField>
        <FormField name="careerLevel" label={t("fields.careerLevel")}>
          {choice(careerLevels, "levels")}
        </FormField>
        <FormField name="industry" label={t("fields.industry")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="experienceYears" label={t("fields.experienceYears")} hint={t("hints.experienceYears")}>
          <Input inputMode="numeric" autoComplete="off" />
        </FormField>
      </FormGrid>
      <LanguagesEditor />
      <FormGrid>
        <FormField name="locations" label={t("fields.locations")} hint={t("hints.locations")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="relocation" label={t("fields.relocation")}>
          {choice(relocations, "relocations")}
        </FormField>
        <FormField name="noticeWeeks" label={t("fields.noticeWeeks")} hint={t("hints.noticeWeeks")}>
          <Input inputMode="numeric" autoComplete="off" />
        </FormField>
        <ControlledFormField
          name="targetPay"
          label={t("fields.targetPay")}
          hint={t("hints.targetPay")}
          control={({ value, onChange, onBlur }) => (
            <MoneyInput value={value as MoneyValue} onChange={onChange} onBlur={onBlur} currencies={currencies} />
          )}
        />
      </FormGrid>
      <FormField name="goals" label={t("fields.goals")} hint={t("hints.goals")}>
        <Textarea rows={4} />
      </FormField>
    </ActionForm>
  );
}
