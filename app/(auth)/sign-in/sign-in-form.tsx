"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { errorOf, FormAlert } from "../parts/form-alert";
import { Submit } from "../parts/submit";
import { signIn } from "./actions";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";

export function SignInForm({ next, email }: { next: string; email: string }) {
  const t = useTranslations("identity");
  const [state, send] = useActionState(signIn, { values: { email } });
  return (
    <form action={send} className="grid gap-4" noValidate>
      <FormAlert refusal={state.refusal} fields={["email", "password"]} />
      <input type="hidden" name="next" value={next} />
      <Field label={t("email")} error={errorOf(state.refusal, "email")}>
        <Input
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          placeholder={t("emailExample")}
          defaultValue={state.values.email}
          className="h-11"
          required
        />
      </Field>
      <Field
        label={t("password")}
        error={errorOf(state.refusal, "password")}
        aside={<Link href="/new-password">{t("signIn.forgotten")}</Link>}
      >
        <Input name="password" type="password" autoComplete="current-password" className="h-11" required />
      </Field>
      <Submit>{t("signIn.submit")}</Submit>
    </form>
  );
}
