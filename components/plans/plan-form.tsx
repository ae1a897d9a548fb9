"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import { planFields, type PlanField } from "@/lib/plans/rules/content";
import type { ActionResult } from "@/lib/platform/result";

export interface PlanFormProps {
  organisation: string;
  programmeId: string;
  /** 0 while nothing was written. */
  version: number;
  values: Record<PlanField, string>;
  write: (
    organisation: string,
    input: Record<PlanField, string> & { programmeId: string; expectedVersion: number },
  ) => Promise<ActionResult<unknown>>;
}

const rows: Record<PlanField, number> = {
  targetRoles: 3,
  targetCompanies: 4,
  alternative: 3,
};

/** Which roles and companies to go for. Whoever saves second chooses line by line between both versions. */
export function PlanForm({ organisation, programmeId, version, values, write }: PlanFormProps) {
  const t = useTranslations("plans");
  const router = useRouter();
  const back = `/${organisation}/programmes/${programmeId}/plan`;
  return (
    <ActionForm
      schema={() => import("@/lib/plans/schemas").then((module) => module.WritePlanInput)}
      defaultValues={{ programmeId, expectedVersion: version, ...values }}
      action={(typed) => write(organisation, typed)}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(back)}
      draft={{ form: "plan", record: programmeId }}
      labels={Object.fromEntries(planFields.map((field) => [field, t(`fields.${field}`)]))}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      {planFields.map((field) => (
        <FormField key={field} name={field} label={t(`fields.${field}`)} hint={t(`hints.${field}`)}>
          <Textarea rows={rows[field]} />
        </FormField>
      ))}
    </ActionForm>
  );
}
