import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";

export default async function ProfilePage() {
  const t = await getTranslations("people.profile");
  return <PageHead title={t("title")} />;
}
