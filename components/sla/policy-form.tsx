"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { ChosenValues } from "@/components/forms/chosen-values";
import { FormField, FormSection } from "@/components/forms/form-field";
import { useAhead } from "@/components/forms/use-ahead";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";
import type { EditPolicyInput } from "@/lib/sla/schemas";
import type { WhatIf } from "@/lib/sla/what-if";
import { ClocksAhead } from "./clocks-ahead";
import { PromiseFields, type Choice } from "./promise-fields";

export type PolicyValues = z.output<typeof EditPolicyInput>;
type Fields = Omit<PolicyValues, "id" | "expectedVersion">;

export interface PolicyFormProps {
  organisation: string;
  values: PolicyValues;
  /** It is not there yet. */
  isNew: boolean;
  metrics: readonly string[];
  traits: readonly { key: string; values: readonly Choice[] }[];
  calendars: readonly Choice[];
  people: readonly Choice[];
  actions: {
    add: (organisation: string, input: Fields) => Promise<ActionResult<unknown>>;
    edit: (organisation: string, input: PolicyValues) => Promise<ActionResult<unknown>>;
    ahead: (organisation: string, input: Fields & { id?: string }) => Promise<ActionResult<WhatIf>>;
  };
}

/** What is promised, to whom and by which hours, with what it would do to promises that run. */
export function PolicyForm(props: PolicyFormProps) {
  const { organisation, values, isNew, metrics, traits, calendars, people, actions } = props;
  const t = useTranslations("sla.policies.form");
  const router = useRouter();
  const { ahead } = actions;
  const ask = useCallback(
    (typed: unknown) => {
      const { id, expectedVersion: _, ...fields } = typed as PolicyValues;
      return ahead(organisation, isNew ? fields : { id, ...fields });
    },
    [ahead, organisation, isNew],
  );
  return (
    <ActionForm
      key={values.expectedVersion}
      schema={() => import("@/lib/sla/schemas").then((module) => module.EditPolicyInput)}
      defaultValues={values}
      action={(typed) => {
        const { id: _, expectedVersion: __, ...fields } = typed;
        return isNew ? actions.add(organisation, fields) : actions.edit(organisation, typed);
      }}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(`/${organisation}/settings/policies`)}
      labels={{
        ...{ name: t("name"), matches: t("whom"), calendarId: t("calendar"), promises: t("what"), open: t("open") },
      }}
      inWords={{
        calendarId: (value) => calendars.find((one) => one.value === value)?.label ?? "",
        matches: (value) =>
          Object.entries(value as Record<string, string[]>)
            .flatMap(([key, some]) =>
              some.map(
                (one) =>
                  traits.find((trait) => trait.key === key)?.values.find((known) => known.value === one)?.label ?? one,
              ),
            )
            .join(", "),
        promises: (value) =>
          (value as Fields["promises"]).map(({ metric, minutes }) => `${metric} ${minutes / 60} h`).join(" · "),
      }}
      draft={{ form: "sla-policy", record: isNew ? "new" : values.id }}
      className="grid-cols-[minmax(0,1fr)] items-start gap-6 beside:grid-cols-[minmax(0,1fr)_340px] [&>*]:col-start-1"
    >
      <Card pad className="grid gap-6">
        <FormSection title={t("whom")} lede={t("whomLede")}>
          <FormField name="name" label={t("name")}>
            <Input autoComplete="off" />
          </FormField>
          <Whom traits={traits} />
        </FormSection>
        <FormSection title={t("what")} lede={t("whatLede")}>
          <PromiseFields metrics={metrics} people={people} />
        </FormSection>
        <FormSection title={t("hours")} lede={t("hoursLede")}>
          <FormField name="calendarId" label={t("calendar")}>
            <NativeSelect>
              {calendars.map(({ value, label }) => (
                <option key={value} value={value} translate="no">
                  {label}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        </FormSection>
        <FormSection title={t("open")} lede={t("openLede")}>
          <FormField name="open" label={t("running")}>
            <NativeSelect>
              <option value="keep">{t("keep")}</option>
              <option value="apply">{t("apply")}</option>
            </NativeSelect>
          </FormField>
        </FormSection>
      </Card>
      <aside className="min-h-32 min-w-0 beside:sticky beside:top-20 beside:!col-start-2 beside:row-span-3 beside:row-start-1">
        <RunningPromises ask={ask} />
      </aside>
    </ActionForm>
  );
}

/** Of which records it is: by each trait some values, of all where none is chosen. */
function Whom({ traits }: Pick<PolicyFormProps, "traits">) {
  const t = useTranslations("sla.policies.form");
  const { setValue } = useFormContext();
  const matches = useWatch({ name: "matches" }) as Record<string, string[]>;
  return traits.map(({ key, values }) => (
    <ChosenValues
      key={key}
      label={t(`trait.${key === "package" || key === "sponsor" ? key : "other"}`)}
      add={t((matches[key] ?? []).length === 0 ? "allOfThem" : "addValue")}
      options={values}
      value={matches[key] ?? []}
      onChange={(value) => {
        const { [key]: _, ...others } = matches;
        setValue("matches", value.length === 0 ? others : { ...others, [key]: value }, { shouldDirty: true });
      }}
    />
  ));
}

function RunningPromises({ ask }: { ask: (values: unknown) => Promise<ActionResult<WhatIf>> }) {
  const t = useTranslations("sla.ahead");
  const ahead = useAhead(ask);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <div role="status" className="grid gap-3 px-5 py-4 phone:px-4">
        {ahead.state === "known" ? (
          <ClocksAhead clocks={ahead.answer} />
        ) : (
          <p className="text-muted-foreground">{t(ahead.state)}</p>
        )}
      </div>
    </Card>
  );
}
