"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { CheckboxLine } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";

export interface RoleOption {
  key: string;
  name: string;
  description: string;
}

/** Which roles somebody holds; what each is for stands under its name. */
export function RoleChoice({ roles }: { roles: readonly RoleOption[] }) {
  const t = useTranslations("people.roleChoice");
  const { register, formState, getFieldState } = useFormContext();
  const error = getFieldState("roleKeys", formState).error?.message;
  return (
    <FieldSet legend={t("legend")} hint={t("hint")} error={error}>
      <div className="grid grid-cols-2 gap-x-6 gap-y-2.5 phone:grid-cols-1">
        {roles.map(({ key, name, description }) => (
          <CheckboxLine key={key} value={key} hint={description} {...register("roleKeys")}>
            {name}
          </CheckboxLine>
        ))}
      </div>
    </FieldSet>
  );
}
