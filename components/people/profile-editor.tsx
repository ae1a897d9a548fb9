"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { ProfileForm } from "@/lib/people/form-schemas";
import type { ActionResult } from "@/lib/platform/result";

type Profile = z.infer<typeof ProfileForm>;

const fields = ["name", "calledName", "pronouns", "headline", "phone", "location", "locale", "timeZone"] as const;

/** The own profile in this organisation. */
export function ProfileEditor({
  organisation,
  profile,
  update,
}: {
  organisation: string;
  profile: Profile;
  update: (organisation: string, input: Profile) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.profile");
  return (
    <ActionForm
      schema={ProfileForm}
      defaultValues={profile}
      action={(values) => update(organisation, values)}
      submit={t("save")}
      done={t("saved")}
      draft={{ form: "profile", record: organisation }}
      labels={Object.fromEntries(fields.map((field) => [field, t(`fields.${field}`)]))}
    >
      <FormGrid>
        {fields.map((field) => (
          <FormField
            key={field}
            name={field}
            label={t(`fields.${field}`)}
            hint={t.has(`hints.${field}`) ? t(`hints.${field}`) : undefined}
          >
            <Input type={field === "phone" ? "tel" : "text"} autoComplete="off" />
          </FormField>
        ))}
      </FormGrid>
    </ActionForm>
  );
}
