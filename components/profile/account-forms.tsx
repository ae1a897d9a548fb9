"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { EmailAddress, NewPassword } from "@/lib/identity/schemas";
import type { ActionResult } from "@/lib/platform/result";

const AddressForm = z.strictObject({
  email: EmailAddress,
  currentPassword: z.string().min(1, "Please enter your password."),
});

const PasswordForm = z.strictObject({
  currentPassword: z.string().min(1, "Please enter your present password."),
  password: NewPassword,
});

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
      schema={AddressForm}
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
      schema={PasswordForm}
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
