"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormField, FormGrid } from "@/components/forms/form-field";
import { LateDialog } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { CreateForm, PlanForm as PlanSchema, SuspendForm } from "@/lib/organisations/form-schemas";
import { planLimits, plans, type LimitKey, type Plan } from "@/lib/platform/plans";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

const limitKeys = Object.keys(planLimits.free) as LimitKey[];

/** Makes an organisation and invites its administrator. */
export function CreateOrganisation({
  create,
}: {
  create: (input: z.output<typeof CreateForm>) => Promise<ActionResult<{ organisationId: string }>>;
}) {
  const t = useTranslations("organisations.operator");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/organisations/form-schemas").then((module) => module.CreateForm)}
      defaultValues={{ name: "", slug: "", plan: "premium", administratorName: "", administratorEmail: "" }}
      action={create}
      submit={t("createSubmit")}
      done={t("created")}
      onDone={({ organisationId }) => router.push(`/operator/${organisationId}`)}
      labels={{
        name: t("name"),
        slug: t("slug"),
        plan: t("plan"),
        administratorName: t("administratorName"),
        administratorEmail: t("administratorEmail"),
      }}
    >
      <FormGrid>
        <FormField name="name" label={t("name")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="slug" label={t("slug")} hint={t("slugHint")}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </FormField>
        <PlanField />
      </FormGrid>
      <FormGrid>
        <FormField name="administratorName" label={t("administratorName")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="administratorEmail" label={t("administratorEmail")} hint={t("administratorHint")}>
          <Input type="email" inputMode="email" autoComplete="off" />
        </FormField>
      </FormGrid>
    </ActionForm>
  );
}

/** The plan, and the limits that were agreed on beside it. */
export function PlanForm({
  organisation,
  save,
}: {
  organisation: { id: string; plan: Plan; limits: Record<string, number>; onTrial: boolean };
  save: (input: z.output<typeof PlanSchema>) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("organisations.operator");
  const limits = Object.fromEntries(limitKeys.map((key) => [key, String(organisation.limits[key] ?? "")]));
  return (
    <ActionForm
      schema={() => import("@/lib/organisations/form-schemas").then((module) => module.PlanForm)}
      defaultValues={{ organisationId: organisation.id, plan: organisation.plan, endTrial: false, limits }}
      action={save}
      submit={t("savePlan")}
      done={t("planSaved")}
      labels={{ plan: t("plan") }}
    >
      <FormGrid>
        <PlanField />
      </FormGrid>
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-medium">{t("limits")}</legend>
        <p className="text-sm text-muted-foreground">{t("limitsHint")}</p>
        <FormGrid>
          {limitKeys.map((key) => (
            <FormField key={key} name={`limits.${key}`} label={t(`limitNames.${key}`)}>
              <Input inputMode="numeric" autoComplete="off" />
            </FormField>
          ))}
        </FormGrid>
      </fieldset>
      {organisation.onTrial ? <FormCheckbox name="endTrial">{t("endTrial")}</FormCheckbox> : null}
    </ActionForm>
  );
}

export interface SuspendProps {
  organisationId: string;
  name: string;
  suspend: (input: z.output<typeof SuspendForm>) => Promise<ActionResult<unknown>>;
}

const loadSuspend = () => import("./suspend-dialog").then((module) => module.SuspendDialog);

/** Asks for the reason, then closes the organisation for everybody. */
export function SuspendOrganisation(props: SuspendProps) {
  const t = useTranslations("organisations.operator");
  return (
    <LateDialog load={loadSuspend} props={props}>
      <Button variant="danger">
        <Icon name="circle-pause" />
        {t("suspend")}
      </Button>
    </LateDialog>
  );
}

export function ResumeOrganisation({
  organisationId,
  resume,
}: {
  organisationId: string;
  resume: (organisationId: string) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("organisations.operator");
  return (
    <ActionButton variant="primary" action={() => resume(organisationId)} done={t("resumed")}>
      <Icon name="circle-play" />
      {t("resume")}
    </ActionButton>
  );
}

function PlanField() {
  const t = useTranslations("organisations");
  return (
    <FormField name="plan" label={t("operator.plan")}>
      <NativeSelect>
        {plans.map((plan) => (
          <option key={plan} value={plan}>
            {t(`plan.names.${plan}`)}
          </option>
        ))}
      </NativeSelect>
    </FormField>
  );
}
