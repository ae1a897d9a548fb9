import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/states/empty";
import { LinkButton } from "@/components/ui/link-button";

/** Unknown and not yours look the same. */
export default async function NotFound() {
  const t = await getTranslations("frame.notFound");
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <Empty icon="search-x" title={t("title")} action={<LinkButton href="/">{t("start")}</LinkButton>}>
        {t("text")}
      </Empty>
    </main>
  );
}
