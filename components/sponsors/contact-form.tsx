"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/platform/result";

export interface ContactFormProps {
  organisation: string;
  sponsorId: string;
  candidates: ReadonlyArray<{ id: string; name: string; email: string | null }>;
  add: (organisation: string, input: { sponsorId: string; personId: string }) => Promise<ActionResult<unknown>>;
}

/** Makes somebody whom the organisation knows a contact of the company. */
export function ContactForm({ organisation, sponsorId, candidates, add }: ContactFormProps) {
  const t = useTranslations("sponsors.contacts");
  if (candidates.length === 0) return <p className="text-sm text-muted-foreground">{t("nobody")}</p>;
  return (
    <ActionForm
      schema={() => import("@/lib/sponsors/schemas").then((module) => module.SponsorContactInput)}
      defaultValues={{ sponsorId, personId: candidates[0]!.id }}
      action={(values) => add(organisation, values)}
      submit={t("add")}
      done={t("added")}
      labels={{ personId: t("who") }}
      quiet
    >
      <FormField name="personId" label={t("who")} hint={t("whoHint")}>
        <NativeSelect>
          {candidates.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {email ? `${name} · ${email}` : name}
            </option>
          ))}
        </NativeSelect>
      </FormField>
    </ActionForm>
  );
}
