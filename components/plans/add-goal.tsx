"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

const load = () => import("./goal-fields").then((module) => module.NewGoal);
const NewGoal = dynamic(load, { ssr: false });

export interface AddGoalProps {
  organisation: string;
  programmeId: string;
  /** The page's one action, where there is no goal yet. */
  first: boolean;
  add: (
    organisation: string,
    input: { programmeId: string; goal: string; occupation: string; motives: string },
  ) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** A first or further goal; its form comes when one asks for it. */
export function AddGoal(props: AddGoalProps) {
  const t = useTranslations("plans");
  const [open, setOpen] = useState(false);
  if (open) return <NewGoal {...props} close={() => setOpen(false)} />;
  return (
    <div>
      <Button
        variant={props.first ? "primary" : "outline"}
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        <Icon name="plus" />
        {t(props.first ? "addFirstGoal" : "addGoal")}
      </Button>
    </div>
  );
}
