"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

const load = () => import("./follow-up-fields").then((module) => module.FollowUpFields);
const FollowUpFields = dynamic(load, { ssr: false });

export interface FollowUp {
  id: string;
  followUpOn: string;
}

export interface FollowUpFormProps extends FollowUp {
  organisation: string;
  followUp: (organisation: string, input: FollowUp) => Promise<ActionResult<unknown>>;
}

/** On which day one wants to ask again: another one, or none; the form comes when one asks for it. */
export function FollowUpForm(props: FollowUpFormProps) {
  const { organisation, id, followUpOn, followUp } = props;
  const t = useTranslations("sending.followUp");
  const [open, setOpen] = useState(false);
  if (open) return <FollowUpFields {...props} close={() => setOpen(false)} />;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
      >
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
}
