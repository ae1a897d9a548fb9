"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { PlanInterviewInput } from "@/lib/tailoring/submissions/schemas";

type Plan = z.input<typeof PlanInterviewInput>;

export interface InterviewFieldsProps {
  organisation: string;
  values: Plan;
  /** In which zone the time is meant, in words. */
  zone: string;
  plan: (organisation: string, input: Plan) => Promise<ActionResult<unknown>>;
}

/** When the interview is, and what is to be known about somebody for this requirement. */
export function InterviewFields({ organisation, values, zone, plan }: InterviewFieldsProps) {
  const t = useTranslations("tailoring.interviewForm");
  return (
    <ActionForm
      quiet
      schema={() => import("@/lib/tailoring/submissions/schemas").then((module) => module.PlanInterviewInput)}
      defaultValues={values}
      action={(typed) => plan(organisation, typed)}
      submit={t("save")}
      done={t("saved")}
      labels={{ interviewAt: t("interviewAt"), note: t("note") }}
    >
      <FormField name="interviewAt" label={t("interviewAt")} hint={t("zone", { zone })}>
        <Input type="datetime-local" />
      </FormField>
      <FormField name="note" label={t("note")} hint={t("noteHint")}>
        <Textarea rows={3} />
      </FormField>
    </ActionForm>
  );
}
