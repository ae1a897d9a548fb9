"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

const load = () => import("./milestone-fields").then((module) => module.NewMilestone);
const NewMilestone = dynamic(load, { ssr: false });

export interface AddMilestoneProps {
  organisation: string;
  programmeId: string;
  add: (
    organisation: string,
    input: { programmeId: string; title: string; dueOn?: string; steps?: string },
  ) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** A further milestone; its form comes when one asks for it. */
export function AddMilestone(props: AddMilestoneProps) {
  const t = useTranslations("plans");
  const [open, setOpen] = useState(false);
  if (open) return <NewMilestone {...props} close={() => setOpen(false)} />;
  return (
    <div>
      <Button onPointerEnter={() => void load()} onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t("addMilestone")}
      </Button>
    </div>
  );
}
