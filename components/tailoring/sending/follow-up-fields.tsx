"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FollowUp, FollowUpFormProps } from "@/components/tailoring/sending/follow-up-form";
import { Button } from "@/components/ui/button";

/** On which day one wants to ask again. */
export function FollowUpFields({
  organisation,
  id,
  followUpOn,
  followUp,
  close,
}: FollowUpFormProps & { close: () => void }) {
  const t = useTranslations("sending.followUp");
  return (
    <ActionForm
      quiet
      className="basis-full"
      schema={() => import("@/lib/tailoring/sending/schemas").then((module) => module.FollowUpInput)}
      defaultValues={{ id, followUpOn } as FollowUp}
      action={(values) => followUp(organisation, values)}
      submit={t("save")}
      done={t("saved")}
      onDone={close}
      labels={{ followUpOn: t("day") }}
      cancel={
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      }
    >
      <DateField name="followUpOn" label={t("day")} className="max-w-xs" />
    </ActionForm>
  );
}
