"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { DateInput } from "@/components/forms/date-input";
import { ControlledFormField, FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";
import type { PlainValue } from "@/lib/records/field-rules";
import { formValue, givenValue } from "@/lib/records/form-values";
import type { RecordField, RecordFieldsProps } from "./record-fields";

const nameOf = ({ id }: { id: string }): string => `field-${id}`;

/** Sends only what was changed, so that two people may fill in different fields at once. */
export function RecordFieldsForm({
  organisation,
  record,
  fields,
  fill,
  undo,
  close,
}: RecordFieldsProps & { close: () => void }) {
  const t = useTranslations("records.values");
  const [versions, setVersions] = useState(() => new Map(fields.map(({ id, version }) => [id, version])));
  const defaults = Object.fromEntries(fields.map((field) => [nameOf(field), formValue(field.value)]));
  const send = async (typed: Record<string, string>): Promise<ActionResult<unknown>> => {
    const changed = fields.filter((field) => (typed[nameOf(field)] ?? "").trim() !== defaults[nameOf(field)]);
    if (changed.length === 0) return { ok: true, data: null };
    const result = await fill(organisation, {
      ...record,
      values: changed.map((field) => ({
        fieldId: field.id,
        value: givenValue(field.kind, typed[nameOf(field)] ?? ""),
        expectedVersion: versions.get(field.id) ?? 0,
      })),
    });
    if (result.ok) return result;
    const { refusal } = result;
    const place = (path: string) => {
      const at = /^values\.(\d+)\./.exec(path)?.[1];
      const field = at === undefined ? undefined : changed[Number(at)];
      return field ? nameOf(field) : path;
    };
    const now = refusal.current as (Record<string, PlainValue> & { versions?: Record<string, number> }) | undefined;
    if (now?.versions) {
      // Both are shown: what is saved next was chosen in sight of what stands there.
      const seen = now.versions as Record<string, number>;
      setVersions((before) => new Map([...before, ...Object.entries(seen)]));
    }
    return {
      ok: false,
      refusal: {
        ...refusal,
        ...(refusal.field ? { field: place(refusal.field) } : {}),
        ...(refusal.fields
          ? { fields: Object.fromEntries(Object.entries(refusal.fields).map(([path, said]) => [place(path), said])) }
          : {}),
        ...(now
          ? {
              current: Object.fromEntries(
                changed.filter(({ id }) => id in now).map((field) => [nameOf(field), formValue(now[field.id] ?? null)]),
              ),
            }
          : {}),
      },
    };
  };
  return (
    <ActionForm
      schema={() => import("@/lib/records/form-schemas").then((module) => module.valuesForm(fields, nameOf))}
      defaultValues={defaults}
      action={send}
      submit={t("save")}
      quiet
      done={t("saved")}
      onDone={close}
      onUndo={(back) => undo(organisation, back)}
      labels={Object.fromEntries(fields.map((field) => [nameOf(field), field.label]))}
      draft={{ form: "own-fields", record: record.entityId }}
      cancel={
        <Button variant="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      }
    >
      {fields.map((field) => (
        <ValueField key={field.id} field={field} />
      ))}
    </ActionForm>
  );
}

function ValueField({ field }: { field: RecordField }) {
  const t = useTranslations("records.values");
  const shared = {
    name: nameOf(field),
    label: field.label,
    hint: field.hint || undefined,
    required: field.required,
    optional: field.required ? undefined : t("optional"),
  };
  switch (field.kind) {
    case "date":
      return (
        <ControlledFormField
          {...shared}
          control={({ name, value, onChange, onBlur }) => (
            <DateInput name={name} value={String(value ?? "")} onChange={onChange} onBlur={onBlur} />
          )}
        />
      );
    case "boolean":
      return (
        <FormField {...shared}>
          <NativeSelect>
            <option value="">{t("none")}</option>
            <option value="yes">{t("yes")}</option>
            <option value="no">{t("no")}</option>
          </NativeSelect>
        </FormField>
      );
    case "choice":
      return (
        <FormField {...shared}>
          <NativeSelect>
            <option value="">{t("none")}</option>
            {field.choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      );
    case "number":
      return (
        <FormField {...shared}>
          <Input inputMode="decimal" autoComplete="off" />
        </FormField>
      );
    case "link":
      return (
        <FormField {...shared}>
          <Input type="url" inputMode="url" autoComplete="off" placeholder="https://" />
        </FormField>
      );
    default:
      return (
        <FormField {...shared}>
          <Input autoComplete="off" />
        </FormField>
      );
  }
}
