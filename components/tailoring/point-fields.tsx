"use client";

import { useTranslations } from "next-intl";
import { ControlledFormField, FormField, FormGrid } from "@/components/forms/form-field";
import { ListInput } from "@/components/forms/list-input";
import { NativeSelect } from "@/components/ui/native-select";

/** What all points of a form share: tags, and the team whose they are. */
export function PointFields({ teams }: { teams: ReadonlyArray<{ id: string; name: string }> }) {
  const t = useTranslations("tailoring.pointForm");
  return (
    <FormGrid>
      <ControlledFormField
        name="tags"
        label={t("fields.tags")}
        hint={t("tagsHint")}
        control={({ value, onChange, onBlur }) => (
          <ListInput value={value as string[]} onChange={onChange} onBlur={onBlur} />
        )}
      />
      {teams.length > 0 ? (
        <FormField name="teamId" label={t("fields.teamId")} hint={t("teamHint")}>
          <NativeSelect>
            <option value="">{t("everybody")}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
    </FormGrid>
  );
}
