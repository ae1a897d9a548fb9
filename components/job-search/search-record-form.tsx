"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/platform/result";

/** What the forms of a search's records are given, be it a company, a contact or an opportunity. */
export interface SearchRecordFormProps<Values> {
  organisation: string;
  personId: string;
  /** What is changed; a new one where it is left out. */
  existing?: { id: string; version: number };
  values: Values;
  act: (organisation: string, input: never) => Promise<ActionResult<{ id: string }>>;
}

const kinds = {
  company: { list: "/companies", add: "AddCompanyInput", edit: "EditCompanyInput" },
  contact: { list: "/contacts", add: "AddContactInput", edit: "EditContactInput" },
  opportunity: { list: "", add: "AddOpportunityInput", edit: "EditOpportunityInput" },
} as const;

/** The form around a record's fields: adds or changes it, keeps what is typed, and leads to the record. */
export function SearchRecordForm({
  kind,
  labels,
  children,
  organisation,
  personId,
  existing,
  values,
  act,
}: SearchRecordFormProps<Record<string, unknown>> & {
  kind: keyof typeof kinds;
  labels: Record<string, string>;
  children: ReactNode;
}) {
  const t = useTranslations("job-search");
  const router = useRouter();
  const { list, add, edit } = kinds[kind];
  const search = `/${organisation}/job-search`;
  return (
    <ActionForm
      schema={() => import("@/lib/job-search/schemas").then((module) => module[existing ? edit : add] as never)}
      defaultValues={
        (existing
          ? { id: existing.id, expectedVersion: existing.version, ...values }
          : { personId, ...values }) as Record<string, unknown>
      }
      action={(typed) => act(organisation, typed as never)}
      submit={t(existing ? "save" : `add.${kind}`)}
      done={t(existing ? "saved" : `added.${kind}`)}
      onDone={({ id }) => router.push(`${search}/${kind}/${id}`)}
      draft={{ form: `search-${kind}`, record: existing?.id ?? personId }}
      labels={labels}
      cancel={
        <LinkButton
          variant="quiet"
          href={existing ? `${search}/${kind}/${existing.id}` : `${search}/${personId}${list}`}
        >
          {t("cancel")}
        </LinkButton>
      }
    >
      {children}
    </ActionForm>
  );
}
