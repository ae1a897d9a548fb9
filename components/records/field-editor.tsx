"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/platform/result";
import type { FieldFormValues } from "@/lib/records/form-schemas";
import { fieldKinds } from "@/lib/records/field-kinds";
import type { ChangeField, DefineField } from "@/lib/records/schemas";
import type { z } from "zod";
import { ChoicesEditor } from "./choices-editor";
import type { FieldShown } from "./fields-card";

export interface FieldEditorProps {
  organisation: string;
  /** Kinds of records that can have fields. */
  entities: string[];
  entity: string;
  /** The field as it stands; absent for a new one. */
  known?: FieldShown;
  define?: (organisation: string, input: z.input<typeof DefineField>) => Promise<ActionResult<unknown>>;
  change?: (organisation: string, input: z.input<typeof ChangeField>) => Promise<ActionResult<unknown>>;
}

/** A field of the organisation's own: what it is called, what it holds, whether it is needed. */
export function FieldEditor({ organisation, entities, entity, known, define, change }: FieldEditorProps) {
  const t = useTranslations("records");
  const router = useRouter();
  const back = `/${organisation}/settings/fields`;
  const values: FieldFormValues = {
    entity,
    kind: known?.kind ?? "text",
    label: known?.label ?? "",
    hint: known?.hint ?? "",
    required: known?.required ?? false,
    choices: (known?.choices ?? []).map((text) => ({ key: text, was: text, text })),
    gone: [],
    expectedVersion: known?.version ?? 0,
  };
  return (
    <ActionForm
      key={known ? `${known.id}:${known.version}` : "new"}
      schema={() => import("@/lib/records/form-schemas").then((module) => module.FieldForm)}
      defaultValues={values}
      action={async (typed) => {
        const { changeInput, defineInput } = await import("@/lib/records/form-schemas");
        return known ? change!(organisation, changeInput(known.id, typed)) : define!(organisation, defineInput(typed));
      }}
      submit={known ? t("fields.save") : t("fields.add")}
      done={known ? t("fields.saved") : t("fields.added")}
      onDone={() => router.push(back)}
      labels={{
        entity: t("fields.entity"),
        label: t("fields.label"),
        kind: t("fields.kind"),
        hint: t("fields.hint"),
        required: t("fields.required"),
        choices: t("fields.choices"),
      }}
      draft={{ form: "own-field", record: known?.id ?? "new" }}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("fields.cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        {known ? null : (
          <FormField name="entity" label={t("fields.entity")}>
            <NativeSelect>
              {entities.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        )}
        <FormField name="kind" label={t("fields.kind")} className={known ? "col-span-full max-w-xs" : undefined}>
          <NativeSelect>
            {fieldKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`fields.kinds.${kind}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        {known && known.used > 0 ? <KindNotice known={known} /> : null}
        <FormField name="label" label={t("fields.label")} className="col-span-full">
          <Input autoComplete="off" />
        </FormField>
        <FormField name="hint" label={t("fields.hint")} hint={t("fields.hintHint")} className="col-span-full">
          <Input autoComplete="off" />
        </FormField>
      </FormGrid>
      <ChoicesEditor usedBy={known?.usedBy ?? {}} />
      <FormCheckbox name="required" hint={t("fields.requiredHint")}>
        {t("fields.required")}
      </FormCheckbox>
    </ActionForm>
  );
}

/** What another kind does to the values that are stored, once one is chosen. */
function KindNotice({ known }: { known: FieldShown }) {
  const t = useTranslations("records.fields");
  const kind = useWatch({ name: "kind" }) as string;
  if (kind === known.kind) return null;
  return (
    <Notice icon="info" className="col-span-full">
      {t.rich("kindChange", { count: known.used, b: (words) => <b>{words}</b> })}
    </Notice>
  );
}
