"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import { MoveFrame, TextField, type MoveFormProps } from "@/components/programmes/move-frame";
import { NativeSelect } from "@/components/ui/native-select";
import { closingReasons } from "@/lib/programmes/choices";
import type { CloseFormValues } from "@/lib/programmes/forms";

/** The form of an end: a reason of the list, and words where they say more. */
export function CloseForm(props: MoveFormProps & { move: "complete" | "expire" | "withdraw" }) {
  const t = useTranslations("programmes.moves");
  const reasons = useTranslations("programmes.closingReasons");
  const values: CloseFormValues = {
    id: props.programme.id,
    reasonKey: props.move === "expire" ? "time-over" : "",
    reason: "",
  };
  return (
    <MoveFrame
      {...props}
      schema={() => import("@/lib/programmes/forms").then((module) => module.CloseForm)}
      values={values}
      action={async (organisation, typed) => {
        const { closeInput } = await import("@/lib/programmes/forms");
        return props.actions[props.move](organisation, closeInput(typed));
      }}
    >
      <FormField name="reasonKey" label={t("fields.reason")} className="col-span-full">
        <NativeSelect>
          <option value="">{t("fields.choose")}</option>
          {closingReasons.map((reason) => (
            <option key={reason} value={reason}>
              {reasons(reason)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <TextField name="reason" label="reasonWords" long />
    </MoveFrame>
  );
}
