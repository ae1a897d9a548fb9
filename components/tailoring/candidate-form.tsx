"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/platform/result";
import type { EditCandidateInput } from "@/lib/tailoring/candidates/schemas";

type Edit = z.input<typeof EditCandidateInput>;

export interface CandidateFormProps {
  organisation: string;
  values: Edit;
  edit: (organisation: string, input: Edit) => Promise<ActionResult<{ id: string }>>;
}

const fields = ["name", "headline", "phone", "location"] as const;

/** Who a candidate is, in a line or two. */
export function CandidateForm({ organisation, values, edit }: CandidateFormProps) {
  const t = useTranslations("tailoring.candidateForm");
  const router = useRouter();
  const back = `/${organisation}/candidates/${values.id}`;
  return (
    <ActionForm
      schema={() => import("@/lib/tailoring/candidates/schemas").then((module) => module.EditCandidateInput)}
      defaultValues={values}
      action={(typed) => edit(organisation, typed)}
      submit={t("save")}
      done={t("saved")}
      onDone={() => router.push(back)}
      draft={{ form: "candidate", record: values.id }}
      labels={Object.fromEntries(fields.map((field) => [field, t(field)]))}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        {fields.map((field) => (
          <FormField key={field} name={field} label={t(field)}>
            <Input autoComplete="off" type={field === "phone" ? "tel" : "text"} />
          </FormField>
        ))}
      </FormGrid>
    </ActionForm>
  );
}
