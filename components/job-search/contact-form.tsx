"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

const fields = ["name", "companyName", "role", "strength", "relation", "email", "phone", "notes"] as const;
export type ContactValues = Record<Exclude<(typeof fields)[number], "strength">, string> & {
  strength: "1" | "2" | "3";
  private: boolean;
};

type Act = (organisation: string, input: never) => Promise<ActionResult<{ id: string }>>;

/** Somebody whom one knows, new or to be changed. */
export function ContactForm({
  organisation,
  personId,
  existing,
  values,
  act,
}: {
  organisation: string;
  personId: string;
  existing?: { id: string; version: number };
  values: ContactValues;
  act: Act;
}) {
  const t = useTranslations("job-search");
  const router = useRouter();
  const back = existing
    ? `/${organisation}/job-search/contact/${existing.id}`
    : `/${organisation}/job-search/${personId}/contacts`;
  const text = (name: (typeof fields)[number], props: ComponentProps<typeof Input> = {}) => (
    <FormField name={name} label={t(`fields.${name === "name" ? "contactName" : name}`)}>
      <Input autoComplete="off" {...props} />
    </FormField>
  );
  return (
    <ActionForm
      schema={() =>
        import("@/lib/job-search/schemas").then(
          (module) => (existing ? module.EditContactInput : module.AddContactInput) as never,
        )
      }
      defaultValues={
        (existing
          ? { id: existing.id, expectedVersion: existing.version, ...values }
          : { personId, ...values }) as Record<string, unknown>
      }
      action={(typed) => act(organisation, typed as never)}
      submit={t(existing ? "save" : "add.contact")}
      done={t(existing ? "saved" : "added.contact")}
      onDone={({ id }) => router.push(`/${organisation}/job-search/contact/${id}`)}
      draft={{ form: "search-contact", record: existing?.id ?? personId }}
      labels={Object.fromEntries(
        fields.map((field) => [field, t(`fields.${field === "name" ? "contactName" : field}`)]),
      )}
      cancel={
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormGrid>
        {text("name")}
        {text("companyName")}
        {text("role")}
        <FormField name="strength" label={t("fields.strength")}>
          <NativeSelect>
            {(["1", "2", "3"] as const).map((strength) => (
              <option key={strength} value={strength}>
                {t(`strengths.${strength}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        {text("relation")}
        {text("email", { type: "email", inputMode: "email" })}
        {text("phone", { type: "tel", inputMode: "tel" })}
        <FormField name="notes" label={t("fields.notes")} className="col-span-full">
          <Textarea rows={4} />
        </FormField>
        <FormCheckbox name="private" hint={t("hints.private")} className="col-span-full">
          {t("fields.private")}
        </FormCheckbox>
      </FormGrid>
    </ActionForm>
  );
}
