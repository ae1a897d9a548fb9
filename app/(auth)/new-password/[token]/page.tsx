import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadLink } from "../../parts/dead-link";
import { Narrow } from "../../parts/narrow";
import { PostedForm } from "../../parts/posted-form";
import { readLink } from "../../read-link";
import { setNewPassword } from "../actions";
import { readReset } from "@/lib/identity/commands/passwords";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.reset"))("setTitle") };
}

export default async function SetNewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("identity");
  const read = await readLink(readReset, { token });
  if ("why" in read)
    return <DeadLink title={t("deadLink")} why={read.why} href="/new-password" action={t("reset.again")} />;
  return (
    <Narrow title={t("reset.setTitle")} lede={t("reset.setLede", { email: read.link.email })}>
      <PostedForm
        action={setNewPassword}
        fields={[
          {
            name: "password",
            label: t("newPassword"),
            type: "password",
            autoComplete: "new-password",
            hint: t("newPasswordHint"),
          },
        ]}
        hidden={{ token }}
        submit={t("reset.setSubmit")}
      />
    </Narrow>
  );
}
