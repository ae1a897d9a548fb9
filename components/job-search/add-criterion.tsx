"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/platform/result";

/** A further line of what matters. */
export function AddCriterion({
  organisation,
  personId,
  add,
  undo,
}: {
  organisation: string;
  personId: string;
  add: (organisation: string, input: { personId: string; name: string }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("job-search.offers");
  return (
    <ActionForm
      schema={() => import("@/lib/job-search/schemas").then((module) => module.AddCriterionInput)}
      defaultValues={{ personId, name: "" }}
      action={(values) => add(organisation, values)}
      submit={t("add")}
      done={t("added")}
      onUndo={(undone) => undo(organisation, undone)}
      resetAfter
      quiet
      labels={{ name: t("addLabel") }}
      className="max-w-md"
    >
      <FormField name="name" label={t("addLabel")} hint={t("addHint")}>
        <Input autoComplete="off" />
      </FormField>
    </ActionForm>
  );
}
