"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { CheckInFormValues } from "@/lib/programmes/forms";
import type { CheckInFormProps } from "./check-in-form";

/** The fields of a check-in, unfolded. */
export function CheckInFields(props: CheckInFormProps & { close: () => void }) {
  const { organisation, check, readsNotes, save, close } = props;
  const { id, version, doneAt, stillThere } = check;
  const t = useTranslations("programmes.landing");
  const router = useRouter();
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
          close();
          router.refresh();
        }}
        draft={{ form: "check-in", record: id }}
        labels={{ stillThere: t("stillThere"), ...(writesNotes ? { notes: t("notes") } : {}) }}
        inWords={{ stillThere: (value) => (value === "yes" ? t("yes") : value === "no" ? t("no") : "") }}
        quiet
        cancel={
          <Button variant="quiet" onClick={close}>
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
