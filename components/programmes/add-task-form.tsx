"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";
import type { AddTaskInput } from "@/lib/programmes/schemas";

const load = () => import("./add-task-fields").then((module) => module.AddTaskFields);
const AddTaskFields = dynamic(load, { ssr: false });

export interface AddTaskFormProps {
  organisation: string;
  programmeId: string;
  add: (organisation: string, input: AddTaskInput) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** A further task of the present phase; its form comes when one asks for it. */
export function AddTaskForm(props: AddTaskFormProps) {
  const t = useTranslations("programmes.tasks");
  const [open, setOpen] = useState(false);
  if (open) return <AddTaskFields {...props} close={() => setOpen(false)} />;
  return (
    <div>
      <Button onPointerEnter={() => void load()} onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t("add")}
      </Button>
    </div>
  );
}
