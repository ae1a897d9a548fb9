"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

export interface CancelFormProps {
  organisation: string;
  id: string;
  /** Where sessions are listed. */
  list: string;
  cancel: (organisation: string, input: { id: string; reason: string }) => Promise<ActionResult<unknown>>;
}

/** Cancels a session, with the reason that the others read. */
export function CancelForm({ organisation, id, list, cancel }: CancelFormProps) {
  const t = useTranslations("scheduling.one");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/scheduling/cancel-schema").then((module) => module.CancelFields)}
      defaultValues={{ reason: "" }}
      action={({ reason }) => cancel(organisation, { id, reason })}
      submit={t("cancel")}
      done={t("cancelled")}
      onDone={() => router.push(list)}
      labels={{ reason: t("cancelReason") }}
      quiet
    >
      <FormField name="reason" label={t("cancelReason")}>
        <Textarea rows={2} />
      </FormField>
    </ActionForm>
  );
}
