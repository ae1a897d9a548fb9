"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { SignOff } from "@/lib/packages/schemas";
import type { PhaseActions, PhaseShown } from "./phase-card";

type Owner = "executive" | "consultant";
type Evidence = "none" | "text" | "file";

/** A task of a package's phase: a new one, or one that is edited. */
export function PackageTaskForm({
  organisation,
  phaseId = "",
  known,
  add,
  edit,
  onDone,
  cancel,
}: {
  organisation: string;
  phaseId?: string;
  known?: PhaseShown["tasks"][number];
  add?: PhaseActions["addTask"];
  edit?: PhaseActions["editTask"];
  onDone: () => void;
  cancel: ReactNode;
}) {
  const t = useTranslations("packages");
  const fields = (
    <FormGrid>
      <FormField name="title" label={t("task.title")} className="col-span-full">
        <Input autoComplete="off" />
      </FormField>
      <FormField name="details" label={t("task.details")} className="col-span-full">
        <Input autoComplete="off" />
      </FormField>
      <FormField name="owner" label={t("task.owner")}>
        <NativeSelect>
          <option value="executive">{t("owner.executive")}</option>
          <option value="consultant">{t("owner.consultant")}</option>
        </NativeSelect>
      </FormField>
      <FormField name="dueInDays" label={t("task.dueInDays")} numeric>
        <Input type="number" inputMode="numeric" min={0} />
      </FormField>
      <FormField name="evidence" label={t("task.evidence")}>
        <NativeSelect>
          {(["none", "text", "file"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`evidence.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <FormField name="signOff" label={t("task.signOff")}>
        <NativeSelect>
          {(["none", "consultant", "executive", "both"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`signOff.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <FormField name="plannedHours" label={t("task.plannedHours")} numeric>
        <Input type="number" inputMode="decimal" min={0} step={0.25} />
      </FormField>
      <FormCheckbox name="mandatory" className="col-span-full">
        {t("task.mandatory")}
      </FormCheckbox>
    </FormGrid>
  );
  const shared = {
    labels: { title: t("task.title"), dueInDays: t("task.dueInDays"), plannedHours: t("task.plannedHours") },
    onDone,
    cancel,
  };
  if (known && edit)
    return (
      <ActionForm
        {...shared}
        schema={() => import("@/lib/packages/schemas").then((module) => module.EditPackageTaskInput)}
        defaultValues={{
          id: known.id,
          expectedVersion: known.version,
          title: known.title,
          details: known.details,
          owner: known.owner as Owner,
          dueInDays: known.dueInDays ?? 0,
          mandatory: known.mandatory,
          evidence: known.evidence as Evidence,
          signOff: known.signOff as SignOff,
          plannedHours: known.plannedHours,
        }}
        action={(typed) => edit(organisation, typed)}
        submit={t("save")}
        done={t("saved")}
      >
        {fields}
      </ActionForm>
    );
  return (
    <ActionForm
      {...shared}
      schema={() => import("@/lib/packages/schemas").then((module) => module.AddPackageTaskInput)}
      defaultValues={{
        phaseId,
        title: "",
        details: "",
        owner: "executive" as Owner,
        dueInDays: 7,
        mandatory: false,
        evidence: "none" as Evidence,
        signOff: "none" as SignOff,
        plannedHours: 0,
      }}
      action={(typed) => add!(organisation, typed)}
      submit={t("addTask")}
      done={t("taskAdded")}
    >
      {fields}
    </ActionForm>
  );
}
