"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

export interface AskExclusionFormProps {
  organisation: string;
  clockId: string;
  ask: (organisation: string, input: { clockId: string; reason: string }) => Promise<ActionResult<unknown>>;
}

/** Asks that a promise does not count, with the reason that somebody else decides by. */
export function AskExclusionForm({ organisation, clockId, ask }: AskExclusionFormProps) {
  const t = useTranslations("sla.exclusion");
  return (
    <ActionForm
      schema={() => import("@/lib/sla/exclusion-schema").then((module) => module.ExclusionForm)}
      defaultValues={{ reason: "" }}
      action={({ reason }) => ask(organisation, { clockId, reason })}
      submit={t("ask")}
      done={t("asked")}
      labels={{ reason: t("reason") }}
      quiet
    >
      <FormField name="reason" label={t("reason")} hint={t("hint")}>
        <Textarea rows={2} />
      </FormField>
    </ActionForm>
  );
}
