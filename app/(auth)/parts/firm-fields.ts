import "server-only";
import { getTranslations } from "next-intl/server";
import type { PostedField } from "./posted-form";

/** What a new firm is asked: its name, who runs it here, and how they sign in. */
export async function firmFields(): Promise<PostedField[]> {
  const t = await getTranslations("identity");
  return [
    { name: "organisationName", label: t("firmName"), autoComplete: "organization" },
    { name: "name", label: t("yourName"), autoComplete: "name" },
    { name: "email", label: t("email"), type: "email", autoComplete: "username", placeholder: t("emailExample") },
    {
      name: "password",
      label: t("password"),
      type: "password",
      autoComplete: "new-password",
      hint: t("newPasswordHint"),
    },
  ];
}
