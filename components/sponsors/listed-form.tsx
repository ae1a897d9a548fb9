"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { LeaverFields, useLeaverLabels } from "@/components/sponsors/leaver-fields";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";

interface Facts {
  name: string;
  email: string;
  lastRole?: string;
  noticeOn?: string;
  place?: string;
  language?: string;
  consultantId?: string;
}
type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface ListedFormProps {
  organisation: string;
  back: string;
  consultants: ReadonlyArray<{ id: string; name: string; running: number }>;
  languages: ReadonlyArray<{ value: string; label: string }>;
  fresh: Facts & { separationEventId: string };
  known?: Facts & { id: string; expectedVersion: number };
  add?: Act<Facts & { separationEventId: string }>;
  edit?: Act<Facts & { id: string; expectedVersion: number }>;
}

/** Somebody on the list of a separation event. */
export function ListedForm({ organisation, back, consultants, languages, fresh, known, add, edit }: ListedFormProps) {
  const t = useTranslations("separations.person");
  const suggestion = useTranslations("separations.suggestion");
  const router = useRouter();
  const labels = { ...useLeaverLabels(), consultantId: t("consultant") };
  const fields = (
    <FormGrid>
      <LeaverFields noticeHint={t("noticeHint")} languages={languages} />
      <FormField name="consultantId" label={t("consultant")} className="col-span-full">
        <NativeSelect>
          <option value="">{t("nobodyYet")}</option>
          {consultants.map(({ id, name, running }) => (
            <option key={id} value={id}>
              {suggestion("option", { name, running })}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </FormGrid>
  );
  const shared = {
    ...{ labels, submit: t("save"), children: fields, onDone: () => router.push(back) },
    cancel: (
      <LinkButton variant="quiet" href={back}>
        {t("cancel")}
      </LinkButton>
    ),
  };
  if (known && edit)
    return (
      <ActionForm
        schema={() => import("@/lib/sponsors/schemas").then((module) => module.EditListedInput)}
        defaultValues={known}
        action={(values) => edit(organisation, values)}
        done={t("saved")}
        {...shared}
      />
    );
  return (
    <ActionForm
      schema={() => import("@/lib/sponsors/schemas").then((module) => module.ListPersonInput)}
      defaultValues={fresh}
      action={(values) => add!(organisation, values)}
      done={t("added")}
      {...shared}
    />
  );
}
