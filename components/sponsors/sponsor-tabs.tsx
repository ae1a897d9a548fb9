import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The three lists of what has to do with companies that pay. */
export async function SponsorTabs({
  organisation,
  current,
}: {
  organisation: string;
  current: "sponsors" | "engagements" | "separations";
}) {
  const t = await getTranslations("sponsors.tabs");
  return (
    <LinkTabs
      className="mb-5"
      label={t("label")}
      tabs={(["sponsors", "engagements", "separations"] as const).map((key) => ({
        href: `/${organisation}/${key}`,
        label: t(key),
        current: key === current,
      }))}
    />
  );
}
