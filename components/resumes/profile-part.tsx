"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { EditAndRemove } from "@/components/forms/edit-and-remove";
import type { Undo } from "@/components/forms/run-undo";
import type { PositionValues, SectionValues } from "@/components/resumes/part-forms";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ActionResult } from "@/lib/platform/result";

const loadForms = () => import("./part-forms");
const PositionForm = dynamic(() => loadForms().then((module) => module.PositionForm), { ssr: false });
const SectionForm = dynamic(() => loadForms().then((module) => module.SectionForm), { ssr: false });

type Act = (organisation: string, input: never) => Promise<ActionResult<unknown>>;

/** A position or a part in own words: what a form of it begins with. */
export type Part = { part: "position"; values: PositionValues } | { part: "section"; values: SectionValues };

interface Shared {
  organisation: string;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** One part of a profile with the ways to correct it and to take it away; its form comes when one asks for it. */
export function ProfilePart({
  organisation,
  undo,
  name,
  id,
  version,
  edit,
  remove,
  children,
  ...part
}: Shared & Part & { name: string; id: string; version: number; edit: Act; remove: Act; children: ReactNode }) {
  const t = useTranslations("resumes.hand");
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <PartForm
        {...part}
        known={{ id, expectedVersion: version }}
        save={(values) => edit(organisation, values as never)}
        submit={t("save")}
        done={t("saved")}
        close={() => setEditing(false)}
      />
    );
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">{children}</div>
      <span className="-m-1.5 flex flex-none gap-1">
        <EditAndRemove
          labels={{ edit: t("change", { what: name }), remove: t("remove", { what: name }) }}
          onReach={loadForms}
          onEdit={() => setEditing(true)}
          remove={{
            action: () => remove(organisation, { id } as never),
            done: t("removed"),
            onUndo: (undone) => undo(organisation, undone),
          }}
        />
      </span>
    </div>
  );
}

/** A further part of a profile. */
export function AddPart({
  organisation,
  undo,
  label,
  personId,
  add,
  ...part
}: Shared & Part & { label: string; personId: string; add: Act }) {
  const t = useTranslations("resumes.hand");
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button onPointerEnter={() => void loadForms()} onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {label}
      </Button>
    );
  return (
    <PartForm
      {...part}
      known={{ personId }}
      save={(values) => add(organisation, values as never)}
      submit={label}
      done={t("added")}
      onUndo={(undone) => undo(organisation, undone)}
      close={() => setOpen(false)}
    />
  );
}

export interface PartFormProps {
  /** Whose, of a new one; which, of one that is there. */
  known: { personId: string } | { id: string; expectedVersion: number };
  save: (values: object) => Promise<ActionResult<unknown>>;
  submit: string;
  done: string;
  onUndo?: (undo: Undo) => Promise<ActionResult<unknown>>;
  close: () => void;
}

function PartForm({ part, values, ...form }: Part & PartFormProps) {
  return part === "position" ? <PositionForm {...form} values={values} /> : <SectionForm {...form} values={values} />;
}
