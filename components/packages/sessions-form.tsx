"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import type { EntitlementsInput, SessionKind } from "@/lib/packages/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

/** How many sessions of each kind come with a package. */
export function SessionsForm({
  organisation,
  packageId,
  version,
  sessions,
  save,
}: {
  organisation: string;
  packageId: string;
  version: number;
  sessions: Record<SessionKind, number>;
  save: (organisation: string, input: z.input<typeof EntitlementsInput>) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("packages.sessions");
  const kinds = Object.keys(sessions) as SessionKind[];
  return (
    <ActionForm
      key={version}
      schema={() => import("@/lib/packages/schemas").then((module) => module.EntitlementsInput)}
      defaultValues={{ packageId, expectedVersion: version, sessions }}
      action={(typed) => save(organisation, typed)}
      submit={t("save")}
      quiet
      done={t("saved")}
      labels={Object.fromEntries(kinds.map((kind) => [`sessions.${kind}`, t(kind)]))}
    >
      <FormGrid>
        {kinds.map((kind) => (
          <FormField key={kind} name={`sessions.${kind}`} label={t(kind)} numeric>
            <Input type="number" inputMode="numeric" min={0} max={500} />
          </FormField>
        ))}
      </FormGrid>
    </ActionForm>
  );
}
