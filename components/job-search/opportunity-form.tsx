"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

const fields = [
  "title",
  "companyName",
  "place",
  "source",
  "link",
  "payFrom",
  "payTo",
  "currency",
  "nextAction",
  "nextActionOn",
  "notes",
] as const;
export type OpportunityValues = Record<(typeof fields)[number], string>;

const stages = ["target", "applied", "interviewing", "offer"] as const;

type Act = (organisation: string, input: never) => Promise<ActionResult<{ id: string }>>;

/** An opportunity, new or to be changed. */
export function OpportunityForm({
  organisation,
  personId,
  existing,
  values,
  currencies,
  act,
}: {
  organisation: string;
  personId: string;
  /** What is changed; a new one where it is left out. */
  existing?: { id: string; version: number };
  values: OpportunityValues;
  currencies: readonly string[];
  act: Act;
}) {
  const t = useTranslations("job-search");
  const router = useRouter();
  const back = existing
    ? `/${organisation}/job-search/opportunity/${existing.id}`
    : `/${organisation}/job-search/${personId}`;
  const text = (name: (typeof fields)[number], type: "text" | "url" = "text", decimal = false) => (
    <FormField name={name} label={t(`fields.${name}`)} hint={t.has(`hints.${name}`) ? t(`hints.${name}`) : undefined}>
      <Input
        autoComplete="off"
        type={type === "url" ? "url" : "text"}
        {...(decimal ? { inputMode: "numeric" as const } : {})}
      />
    </FormField>
  );
  return (
    <ActionForm
      schema={() =>
        import("@/lib/job-search/schemas").then(
          (module) => (existing ? module.EditOpportunityInput : module.AddOpportunityInput) as never,
        )
      }
      defaultValues={
        (existing
          ? { id: existing.id, expectedVersion: existing.version, ...values }
          : { personId, stage: "target", ...values }) as Record<string, unknown>
      }
      action={(typed) => act(organisation, typed as never)}
      submit={t(existing ? "save" : "add.opportunity")}
      done={t(existing ? "saved" : "added.opportunity")}
      onDone={({ id }) => router.push(`/${organisation}/job-search/opportunity/${id}`)}
      draft={{ form: "opportunity", record: existing?.id ?? personId }}
      labels={Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`)]))}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        {text("title")}
        {text("companyName")}
        {existing ? null : (
          <FormField name="stage" label={t("fields.stage")}>
            <NativeSelect>
              {stages.map((stage) => (
                <option key={stage} value={stage}>
                  {t(`stages.${stage}`)}
                </option>
              ))}
            </NativeSelect>
          </FormField>
        )}
        {text("place")}
        {text("nextAction")}
        <DateField name="nextActionOn" label={t("fields.nextActionOn")} />
        {text("source")}
        {text("link", "url")}
        {text("payFrom", "text", true)}
        {text("payTo", "text", true)}
        <FormField name="currency" label={t("fields.currency")}>
          <NativeSelect>
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </NativeSelect>
        </FormField>
        <FormField name="notes" label={t("fields.notes")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
      </FormGrid>
    </ActionForm>
  );
}
