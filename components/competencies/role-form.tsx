"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { useController, useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { clustersOf } from "@/components/competencies/shown";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { SaveRoleInput } from "@/lib/competencies/schemas";
import type { Requirements } from "@/lib/competencies/types";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

type Values = z.input<typeof SaveRoleInput>;

export interface RoleFormProps {
  competencies: ReadonlyArray<{ key: string; name: string; cluster: string }>;
  known?: { id?: string; expectedVersion?: number; name: string; requirements: Requirements };
  /** Roles that one may begin from. */
  beginnings?: ReadonlyArray<{ id: string; name: string; requirements: Requirements }>;
  save: (input: Values) => Promise<ActionResult<unknown>>;
  onDone?: (data: unknown) => void;
  cancel?: ReactNode;
}

/** What a role asks for: of each competency the level, and how much it counts. */
export function RoleForm({ competencies, known, beginnings = [], save, onDone, cancel }: RoleFormProps) {
  const t = useTranslations("competencies");
  const values = { name: "", requirements: {}, ...known };
  const named = new Map(competencies.map(({ key, name }) => [key, name]));
  return (
    <ActionForm
      schema={() => import("@/lib/competencies/schemas").then((module) => module.SaveRoleInput)}
      defaultValues={values as Values}
      action={save}
      submit={t("role.save")}
      done={t("role.saved")}
      onDone={onDone}
      labels={{ name: t("role.name"), requirements: t("role.requirements") }}
      inWords={{
        requirements: (value) =>
          Object.entries(value as Requirements)
            .map(([key, { level, importance }]) =>
              t("role.inWords", {
                name: named.get(key) ?? key,
                level,
                importance: t(`role.importances.${String(importance) as "1" | "2" | "3"}`),
              }),
            )
            .join("; "),
      }}
      cancel={cancel}
    >
      {beginnings.length > 0 ? <BeginFrom beginnings={beginnings} /> : null}
      <FormField name="name" label={t("role.name")} className="max-w-sm">
        <Input autoComplete="off" />
      </FormField>
      <RequirementFields competencies={competencies} />
    </ActionForm>
  );
}

/** Fills in what another role asks for. The name that is typed stays. */
function BeginFrom({ beginnings }: { beginnings: NonNullable<RoleFormProps["beginnings"]> }) {
  const t = useTranslations("competencies.target");
  const { setValue } = useFormContext<Values>();
  const [from, setFrom] = useState("");
  return (
    <Field label={t("beginFrom")} className="max-w-sm">
      <NativeSelect
        value={from}
        onChange={({ target: { value } }) => {
          setFrom(value);
          setValue("requirements", beginnings.find(({ id }) => id === value)?.requirements ?? {}, {
            shouldDirty: true,
          });
        }}
      >
        <option value="">{t("empty")}</option>
        {beginnings.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

function RequirementFields({ competencies }: Pick<RoleFormProps, "competencies">) {
  const t = useTranslations("competencies.role");
  const { field, fieldState } = useController({ name: "requirements" });
  const given = field.value as Requirements;
  const set = (key: string, level: number, importance: number) => {
    const { [key]: _, ...others } = given;
    field.onChange(level === 0 ? others : { ...others, [key]: { level, importance } });
  };
  return (
    <div className="grid gap-5">
      {fieldState.error?.message ? (
        <p role="alert" className="text-sm font-medium text-destructive">
          {fieldState.error.message}
        </p>
      ) : null}
      {clustersOf(competencies).map((cluster) => (
        <fieldset key={cluster}>
          <legend className="mb-1 text-sm font-semibold">{cluster}</legend>
          <ul className="divide-y divide-border border-y border-border">
            {competencies
              .filter((one) => one.cluster === cluster)
              .map(({ key, name }) => {
                const asked = given[key];
                return (
                  <li
                    key={key}
                    className="grid grid-cols-[minmax(0,1fr)_150px_150px] items-center gap-3 py-1.5 phone:grid-cols-2 phone:gap-y-1.5 phone:py-3"
                  >
                    <span className="phone:col-span-2">{name}</span>
                    <NativeSelect
                      aria-label={t("levelOf", { name })}
                      value={String(asked?.level ?? 0)}
                      onChange={(event) => set(key, Number(event.target.value), asked?.importance ?? 2)}
                    >
                      <option value="0">{t("none")}</option>
                      {[1, 2, 3, 4, 5].map((level) => (
                        <option key={level} value={level}>
                          {t("levelOption", { level })}
                        </option>
                      ))}
                    </NativeSelect>
                    {asked ? (
                      <NativeSelect
                        aria-label={t("importanceOf", { name })}
                        value={String(asked.importance)}
                        onChange={(event) => set(key, asked.level, Number(event.target.value))}
                      >
                        {(["1", "2", "3"] as const).map((importance) => (
                          <option key={importance} value={importance}>
                            {t(`importances.${importance}`)}
                          </option>
                        ))}
                      </NativeSelect>
                    ) : null}
                  </li>
                );
              })}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}
