"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

const load = () => import("./answered-fields").then((module) => module.AnsweredFields);
const AnsweredFields = dynamic(load, { ssr: false });

export interface Answer {
  id: string;
  note: string;
}

export interface AnsweredFormProps {
  organisation: string;
  id: string;
  answered: (organisation: string, input: Answer) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** They answered by phone or otherwise; the form comes when one asks for it. */
export function AnsweredForm(props: AnsweredFormProps) {
  const t = useTranslations("sending.answer");
  const [open, setOpen] = useState(false);
  if (open) return <AnsweredFields {...props} close={() => setOpen(false)} />;
  return (
    <Button size="small" onPointerEnter={() => void load()} onFocus={() => void load()} onClick={() => setOpen(true)}>
      <Icon name="phone" size="small" />
      {t("open")}
    </Button>
  );
}
