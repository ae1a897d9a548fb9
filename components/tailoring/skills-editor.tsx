"use client";

import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { mostSkills } from "@/lib/tailoring/requirements/most-skills";
import type { RequirementSkill } from "@/lib/tailoring/requirements/schemas";

/** The skills of a requirement, a line each: what, whether it is needed, for how many years, and the words that say so. */
export function SkillsEditor() {
  const t = useTranslations("tailoring.requirementForm");
  const { control, formState, getValues } = useFormContext<{ skills: RequirementSkill[] }>();
  const rows = useFieldArray({ control, name: "skills", keyName: "row" });
  const problem = formState.errors.skills?.root?.message ?? formState.errors.skills?.message;
  const hidden = (words: string) => <span className="sr-only">{words}</span>;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t("skills")}</legend>
      {rows.fields.map((field, at) => (
        <div
          key={field.row}
          className="grid grid-cols-[minmax(0,1fr)_auto_auto_auto] items-start gap-2 phone:grid-cols-[minmax(0,1fr)_5.5rem_auto]"
        >
          <FormField
            name={`skills.${at}.name`}
            label={hidden(t("skill", { place: at + 1 }))}
            className="phone:col-span-full"
          >
            <Input autoComplete="off" autoCapitalize="off" placeholder={t("skillPlaceholder")} />
          </FormField>
          <FormField name={`skills.${at}.need`} label={hidden(t("need", { place: at + 1 }))}>
            <NativeSelect>
              <option value="must">{t("must")}</option>
              <option value="nice">{t("nice")}</option>
            </NativeSelect>
          </FormField>
          <FormField name={`skills.${at}.years`} label={hidden(t("years", { place: at + 1 }))}>
            <Input inputMode="numeric" autoComplete="off" placeholder={t("yearsPlaceholder")} className="w-22" />
          </FormField>
          <Button
            variant="ghost"
            size="icon"
            className="mt-[5px]"
            aria-label={t("removeSkill", { name: field.name || at + 1 })}
            onClick={() => rows.remove(at)}
          >
            <Icon name="x" />
          </Button>
          {field.evidence ? (
            <p className="col-span-full -mt-1 ps-3 text-sm text-muted-foreground">
              {t("evidence", { words: field.evidence })}
            </p>
          ) : null}
        </div>
      ))}
      {problem ? <FieldError>{problem}</FieldError> : null}
      <Button
        size="small"
        className="justify-self-start"
        disabled={rows.fields.length >= mostSkills}
        onClick={() =>
          rows.append({ name: "", need: getValues("skills").at(-1)?.need ?? "must", years: "", evidence: "" })
        }
      >
        <Icon name="plus" />
        {t("addSkill")}
      </Button>
    </fieldset>
  );
}
