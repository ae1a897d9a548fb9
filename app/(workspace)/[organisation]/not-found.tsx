import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/states/empty";

/** A page that is not here or not this person's, inside the frame. */
export default async function NotFoundHere() {
  const t = await getTranslations("frame.notFound");
  return (
    <Empty icon="search-x" title={t("title")}>
      {t("text")}
    </Empty>
  );
}
