"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import type { LandingRecord } from "@/components/programmes/landing-facts";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";
import type { CheckInFormValues } from "@/lib/programmes/forms";
import type { AftercareInput } from "@/lib/programmes/schemas";

export interface CheckInFormProps {
  organisation: string;
  check: Pick<LandingRecord["checks"][number], "id" | "version" | "afterDays" | "doneAt" | "stillThere" | "notes">;
  /** Whether `notes` says what was written; without it, a correction leaves that as it is. */
  readsNotes: boolean;
  save: (organisation: string, input: z.input<typeof AftercareInput>) => Promise<ActionResult<unknown>>;
}

/** What was found at a check-in: folded up until somebody has asked, or sees that it was noted wrongly. */
export function CheckInForm({ organisation, check, readsNotes, save }: CheckInFormProps) {
  const { id, version, afterDays: days, doneAt, stillThere } = check;
  const t = useTranslations("programmes.landing");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button
        size="small"
        {...(doneAt ? { variant: "quiet" } : {})}
        className="mt-2"
        onClick={() => setOpen(true)}
        aria-label={t(doneAt ? "correctLabel" : "noteLabel", { days })}
      >
        {t(doneAt ? "correctCheck" : "note")}
      </Button>
    );
  // Who cannot read the notes may still write the first ones.
  const writesNotes = readsNotes || !doneAt;
  const values: CheckInFormValues = {
    id,
    expectedVersion: version,
    stillThere: stillThere === null ? "" : stillThere ? "yes" : "no",
    ...(writesNotes ? { notes: check.notes ?? "" } : {}),
  };
  return (
    <div className="mt-3 max-w-2xl">
      <ActionForm
        schema={() => import("@/lib/programmes/forms").then((module) => module.CheckInForm)}
        defaultValues={values}
        action={async (typed) => {
          const { checkInInput } = await import("@/lib/programmes/forms");
          return save(organisation, checkInInput(typed));
        }}
        submit={t("save")}
        done={t("saved")}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
        draft={{ form: "check-in", record: id }}
        labels={{ stillThere: t("stillThere"), ...(writesNotes ? { notes: t("notes") } : {}) }}
        inWords={{ stillThere: (value) => (value === "yes" ? t("yes") : value === "no" ? t("no") : "") }}
        quiet
        cancel={
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
        }
      >
        <FormField name="stillThere" label={t("stillThere")}>
          <NativeSelect>
            <option value="">{t("choose")}</option>
            <option value="yes">{t("yes")}</option>
            <option value="no">{t("no")}</option>
          </NativeSelect>
        </FormField>
        {writesNotes ? (
          <FormField name="notes" label={t("notes")} hint={t("notesHint")}>
            <Textarea rows={3} />
          </FormField>
        ) : null}
      </ActionForm>
    </div>
  );
}
