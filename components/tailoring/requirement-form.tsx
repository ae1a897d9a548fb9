"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid, FormSection } from "@/components/forms/form-field";
import { SkillsEditor } from "@/components/tailoring/skills-editor";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { RequirementFields } from "@/lib/tailoring/requirements/schemas";
import { ratePeriods, workModes } from "@/lib/tailoring/requirements/status";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<{ id: string }>>;

export interface RequirementFormProps {
  organisation: string;
  back: string;
  values: Required<RequirementFields>;
  currencies: readonly string[];
  teams: ReadonlyArray<{ id: string; name: string }>;
  /** Under which name this device keeps what is typed into a new one. */
  draft?: string;
  /** What is changed; a new one where it is left out. */
  known?: { id: string; expectedVersion: number };
  add?: Act<RequirementFields>;
  edit?: Act<RequirementFields & { id: string; expectedVersion: number }>;
}

const plain = ["title", "clientName", "vendorName", "vendorContact", "vendorEmail", "vendorPhone", "place"] as const;
const others = [
  "workMode",
  "rateFrom",
  "rateTo",
  "currency",
  "ratePer",
  "startsOn",
  "candidatesBy",
  "description",
] as const;

/** A requirement, typed or to be checked: who is looked for, with which skills, by whom, until when. */
export function RequirementForm({
  organisation,
  back,
  values,
  currencies,
  teams,
  draft = "new",
  known,
  add,
  edit,
}: RequirementFormProps) {
  const t = useTranslations("tailoring.requirementForm");
  const router = useRouter();
  const labels = {
    ...Object.fromEntries([...plain, ...others].map((name) => [name, t(`fields.${name}`)])),
    skills: t("skills"),
  };
  const text = (name: (typeof plain)[number] | "rateFrom" | "rateTo", input: Record<string, string> = {}) => (
    <FormField name={name} label={t(`fields.${name}`)}>
      <Input autoComplete="off" {...input} />
    </FormField>
  );
  const choice = (name: "workMode" | "ratePer", options: readonly string[]) => (
    <FormField name={name} label={t(`fields.${name}`)}>
      <NativeSelect>
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`${name}.${option || "none"}`)}
          </option>
        ))}
      </NativeSelect>
    </FormField>
  );
  const fields = (
    <div className="grid gap-6">
      <FormSection title={t("who")} lede={t("whoLede")}>
        <FormGrid>
          {text("title")}
          {text("clientName")}
          {text("place")}
          {choice("workMode", ["", ...workModes])}
          <DateField name="candidatesBy" label={t("fields.candidatesBy")} hint={t("candidatesByHint")} />
          <DateField name="startsOn" label={t("fields.startsOn")} />
        </FormGrid>
      </FormSection>
      <FormSection title={t("skills")} lede={t("skillsLede")}>
        <SkillsEditor />
      </FormSection>
      <FormSection title={t("rate")}>
        <FormGrid>
          {text("rateFrom", { inputMode: "decimal" })}
          {text("rateTo", { inputMode: "decimal" })}
          <FormField name="currency" label={t("fields.currency")}>
            <NativeSelect>
              {currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </NativeSelect>
          </FormField>
          {choice("ratePer", ratePeriods)}
        </FormGrid>
      </FormSection>
      <FormSection title={t("vendor")} lede={t("vendorLede")}>
        <FormGrid>
          {text("vendorName")}
          {text("vendorContact")}
          {text("vendorEmail", { type: "email", inputMode: "email" })}
          {text("vendorPhone", { type: "tel" })}
        </FormGrid>
      </FormSection>
      <FormSection title={t("words")} lede={t("wordsLede")}>
        <FormField name="description" label={t("fields.description")}>
          <Textarea rows={6} />
        </FormField>
        {teams.length > 0 ? (
          <FormField name="teamId" label={t("team")} hint={t("teamHint")}>
            <NativeSelect>
              <option value="">{t("everybody")}</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        ) : null}
      </FormSection>
    </div>
  );
  const shared = {
    ...{ labels, children: fields },
    cancel: (
      <LinkButton variant="quiet" href={back}>
        {t("cancel")}
      </LinkButton>
    ),
    onDone: ({ id }: { id: string }) => router.push(`/${organisation}/requirements/${id}`),
    inWords: { skills: (skills: unknown) => (skills as { name: string }[]).map(({ name }) => name).join(", ") },
    draft: { form: "requirement", record: known?.id ?? draft },
  };
  if (known && edit)
    return (
      <ActionForm
        schema={() => import("@/lib/tailoring/requirements/schemas").then((module) => module.EditRequirementInput)}
        defaultValues={{ ...known, ...values }}
        action={(typed) => edit(organisation, typed)}
        submit={t("save")}
        done={t("saved")}
        {...shared}
      />
    );
  return (
    <ActionForm
      schema={() => import("@/lib/tailoring/requirements/schemas").then((module) => module.AddRequirementInput)}
      defaultValues={values}
      action={(typed) => add!(organisation, typed)}
      submit={t("add")}
      done={t("added")}
      {...shared}
    />
  );
}
