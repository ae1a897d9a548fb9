"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { DateInput } from "@/components/forms/date-input";
import { ControlledFormField, FormField } from "@/components/forms/form-field";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Day } from "@/components/ui/moment";
import { NativeSelect } from "@/components/ui/native-select";
import { Fact, Facts } from "@/components/ui/rows";
import type { ActionResult } from "@/lib/platform/result";
import type { PlainValue } from "@/lib/records/field-rules";
import { formValue, givenValue } from "@/lib/records/form-values";
import type { FieldKind, RecordReference, SetFieldValues } from "@/lib/records/schemas";
import type { z } from "zod";

export interface RecordField {
  id: string;
  key: string;
  label: string;
  hint: string;
  kind: FieldKind;
  choices: string[];
  required: boolean;
  value: PlainValue;
  version: number;
}

export interface RecordFieldsProps {
  organisation: string;
  record: RecordReference;
  fields: RecordField[];
  writes: boolean;
  fill: (organisation: string, input: z.input<typeof SetFieldValues>) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** The organisation's own fields of a record: read as facts, edited in place. Nothing where there are none. */
export function RecordFields(props: RecordFieldsProps) {
  const t = useTranslations("records.values");
  const [editing, setEditing] = useState(false);
  const { fields, writes } = props;
  if (fields.length === 0) return null;
  return (
    <Card pad data-part="own-fields">
      <div className="mb-2 flex items-baseline">
        <h3 className="text-base font-semibold">{t("title")}</h3>
        {writes && !editing ? (
          <Button size="small" variant="quiet" className="-my-1 -me-2.5 ms-auto" onClick={() => setEditing(true)}>
            {t("edit")}
            <span className="sr-only"> {t("title")}</span>
          </Button>
        ) : null}
      </div>
      {editing ? (
        <ValuesForm {...props} close={() => setEditing(false)} />
      ) : (
        <Facts>
          {fields.map((field) => (
            <Fact key={field.id} label={field.label}>
              <ValueText kind={field.kind} value={field.value} />
            </Fact>
          ))}
        </Facts>
      )}
    </Card>
  );
}

function ValueText({ kind, value }: { kind: FieldKind; value: PlainValue }) {
  const t = useTranslations("records.values");
  const format = useFormatter();
  if (value === null) return <span className="text-muted-foreground">{t("none")}</span>;
  switch (kind) {
    case "number":
      return format.number(Number(value), { maximumFractionDigits: 6 });
    case "date":
      return <Day value={String(value)} />;
    case "boolean":
      return value === true ? t("yes") : t("no");
    case "link":
      return (
        <a href={String(value)} target="_blank" rel="noopener noreferrer">
          {String(value)
            .replace(/^https?:\/\/(www\.)?/i, "")
            .replace(/\/$/, "")}
        </a>
      );
    default:
      return <bdi>{String(value)}</bdi>;
  }
}

const nameOf = ({ id }: { id: string }): string => `field-${id}`;

/** Sends only what was changed, so that two people may fill in different fields at once. */
function ValuesForm({ organisation, record, fields, fill, undo, close }: RecordFieldsProps & { close: () => void }) {
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
