import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Narrow } from "../parts/narrow";
import { PlaceFields } from "../parts/place-fields";
import { PostedForm } from "../parts/posted-form";
import { firmFields } from "../parts/firm-fields";
import { signUp } from "./actions";
import { CheckMail } from "../parts/check-mail";
import { Link } from "@/components/ui/link";
import { requireSetUp } from "@/lib/organisations/require-set-up";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.signUp"))("title") };
}

export default async function SignUpPage() {
  await requireSetUp();
  const t = await getTranslations("identity");
  return (
    <Narrow title={t("signUp.title")} lede={t("signUp.lede")}>
      <PostedForm
        action={signUp}
        fields={await firmFields()}
        submit={t("signUp.submit")}
        done={{ sent: <CheckMail>{t("signUp.sent")}</CheckMail> }}
      >
        <PlaceFields />
      </PostedForm>
      <p className="mt-6 text-sm text-muted-foreground">
        {t("signUp.known")} <Link href="/sign-in">{t("signIn.title")}</Link>
      </p>
    </Narrow>
  );
}
