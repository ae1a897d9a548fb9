"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

interface FollowUp {
  id: string;
  followUpOn: string;
}

export interface FollowUpFormProps extends FollowUp {
  organisation: string;
  followUp: (organisation: string, input: FollowUp) => Promise<ActionResult<unknown>>;
}

/** On which day one wants to ask again: another one, or none. */
export function FollowUpForm({ organisation, id, followUpOn, followUp }: FollowUpFormProps) {
  const t = useTranslations("sending.followUp");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <>
        <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
          <Icon name="calendar-clock" size="small" />
          {followUpOn ? t("change") : t("set")}
        </Button>
        {followUpOn ? (
          <ActionButton
            size="small"
            variant="quiet"
            action={() => followUp(organisation, { id, followUpOn: "" })}
            done={t("cancelled")}
          >
            {t("none")}
          </ActionButton>
        ) : null}
      </>
    );
  return (
    <ActionForm
      quiet
      className="basis-full"
      schema={() => import("@/lib/tailoring/sending/schemas").then((module) => module.FollowUpInput)}
      defaultValues={{ id, followUpOn } as FollowUp}
      action={(values) => followUp(organisation, values)}
      submit={t("save")}
      done={t("saved")}
      onDone={() => setOpen(false)}
      labels={{ followUpOn: t("day") }}
      cancel={
        <Button variant="quiet" onClick={() => setOpen(false)}>
          {t("cancel")}
        </Button>
      }
    >
      <DateField name="followUpOn" label={t("day")} className="max-w-xs" />
    </ActionForm>
  );
}
