"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { AddressForm, PasswordForm } from "@/lib/identity/form-schemas";
import type { ActionResult } from "@/lib/platform/result";

/** Another address to sign in with; it holds once its mail was opened. */
export function AddressChange({
  change,
}: {
  change: (input: z.output<typeof AddressForm>) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.profile");
  const [sent, setSent] = useState(false);
  if (sent)
    return (
      <Notice icon="mail-check" tone="ok" role="status">
        {t("addressSent")}
      </Notice>
    );
  return (
    <ActionForm
      schema={() => import("@/lib/identity/form-schemas").then((module) => module.AddressForm)}
      defaultValues={{ email: "", currentPassword: "" }}
      action={change}
      submit={t("addressSubmit")}
      onDone={() => setSent(true)}
      labels={{ email: t("newAddress"), currentPassword: t("currentPassword") }}
      quiet
      className="max-w-md"
    >
      <FormField name="email" label={t("newAddress")}>
        <Input type="email" inputMode="email" autoComplete="email" />
      </FormField>
      <FormField name="currentPassword" label={t("currentPassword")}>
        <Input type="password" autoComplete="current-password" />
      </FormField>
    </ActionForm>
  );
}

export function PasswordChange({
  change,
}: {
  change: (input: z.output<typeof PasswordForm>) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.profile");
  return (
    <ActionForm
      schema={() => import("@/lib/identity/form-schemas").then((module) => module.PasswordForm)}
      defaultValues={{ currentPassword: "", password: "" }}
      action={change}
      submit={t("passwordSubmit")}
      done={t("passwordDone")}
      labels={{ currentPassword: t("presentPassword"), password: t("newPassword") }}
      resetAfter
      quiet
      className="max-w-md"
    >
      <FormField name="currentPassword" label={t("presentPassword")}>
        <Input type="password" autoComplete="current-password" />
      </FormField>
      <FormField name="password" label={t("newPassword")} hint={t("newPasswordHint")}>
        <Input type="password" autoComplete="new-password" />
      </FormField>
    </ActionForm>
  );
}
