"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

const fields = ["name", "place", "website", "fit", "notes"] as const;
export type CompanyValues = Record<Exclude<(typeof fields)[number], "fit">, string> & { fit: "0" | "1" | "2" | "3" };

type Act = (organisation: string, input: never) => Promise<ActionResult<{ id: string }>>;

/** A company in view, new or to be changed. */
export function CompanyForm({
  organisation,
  personId,
  existing,
  values,
  act,
}: {
  organisation: string;
  personId: string;
  existing?: { id: string; version: number };
  values: CompanyValues;
  act: Act;
}) {
  const t = useTranslations("job-search");
  const router = useRouter();
  const back = existing
    ? `/${organisation}/job-search/company/${existing.id}`
    : `/${organisation}/job-search/${personId}/companies`;
  const label = (field: (typeof fields)[number]) => t(`fields.${field === "name" ? "companyName" : field}`);
  return (
    <ActionForm
      schema={() =>
        import("@/lib/job-search/schemas").then(
          (module) => (existing ? module.EditCompanyInput : module.AddCompanyInput) as never,
        )
      }
      defaultValues={
        (existing
          ? { id: existing.id, expectedVersion: existing.version, ...values }
          : { personId, ...values }) as Record<string, unknown>
      }
      action={(typed) => act(organisation, typed as never)}
      submit={t(existing ? "save" : "add.company")}
      done={t(existing ? "saved" : "added.company")}
      onDone={({ id }) => router.push(`/${organisation}/job-search/company/${id}`)}
      draft={{ form: "search-company", record: existing?.id ?? personId }}
      labels={Object.fromEntries(fields.map((field) => [field, label(field)]))}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        <FormField name="name" label={label("name")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="fit" label={label("fit")}>
          <NativeSelect>
            {(["0", "1", "2", "3"] as const).map((fit) => (
              <option key={fit} value={fit}>
                {t(`fits.${fit}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        <FormField name="place" label={label("place")}>
          <Input autoComplete="off" />
        </FormField>
        <FormField name="website" label={label("website")} hint={t("hints.link")}>
          <Input autoComplete="off" type="url" />
        </FormField>
        <FormField name="notes" label={label("notes")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
      </FormGrid>
    </ActionForm>
  );
}
