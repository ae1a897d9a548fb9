import { getFormatter, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";

/** Says that what a change changed was erased, and that the rest stays. */
export async function ErasedNotice({ at, timeZone }: { at: Date | null; timeZone: string }) {
  if (!at) return null;
  const t = await getTranslations("audit.entry");
  const format = await getFormatter();
  const day = format.dateTime(at, { day: "numeric", month: "short", year: "numeric", timeZone });
  return <Notice icon="info">{t("erased", { day })}</Notice>;
}
