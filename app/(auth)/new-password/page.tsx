import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckMail } from "../parts/check-mail";
import { Narrow } from "../parts/narrow";
import { PostedForm } from "../parts/posted-form";
import { askForLink } from "./actions";
import { Link } from "@/components/ui/link";
import { requireSetUp } from "@/lib/organisations/require-set-up";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.reset"))("title") };
}

export default async function NewPasswordPage() {
  await requireSetUp();
  const t = await getTranslations("identity");
  return (
    <Narrow title={t("reset.title")} lede={t("reset.lede")}>
      <PostedForm
        action={askForLink}
        fields={[
          { name: "email", label: t("email"), type: "email", autoComplete: "username", placeholder: t("emailExample") },
        ]}
        submit={t("reset.submit")}
        done={{ sent: <CheckMail>{t("reset.sent")}</CheckMail> }}
      />
      <p className="mt-6 text-sm">
        <Link href="/sign-in">{t("reset.back")}</Link>
      </p>
    </Narrow>
  );
}
