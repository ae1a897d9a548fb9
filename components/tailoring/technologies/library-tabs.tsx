import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";

/** What the library holds: points, and the technologies that the organisation added. */
export async function LibraryTabs({
  organisation,
  current,
}: {
  organisation: string;
  current: "points" | "technologies";
}) {
  const t = await getTranslations("tailoring.points.tabs");
  const here = `/${organisation}/points`;
  return (
    <LinkTabs
      label={t("label")}
      className="mb-6 phone:mb-4"
      tabs={(["points", "technologies"] as const).map((tab) => ({
        href: tab === "points" ? here : `${here}/technologies`,
        label: t(tab),
        current: tab === current,
      }))}
    />
  );
}
