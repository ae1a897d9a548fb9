import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";

/** What goes on in the background for a person: work on many rows, and files of lists. */
export async function BackgroundTabs({ organisation, current }: { organisation: string; current: Tab }) {
  const t = await getTranslations();
  return (
    <LinkTabs
      label={t("batches.navigation.batches")}
      className="mb-4"
      tabs={tabs.map((key) => ({
        href: `/${organisation}/${key}`,
        label: t(`${key}.title`),
        current: key === current,
      }))}
    />
  );
}

const tabs = ["batches", "exports"] as const;
type Tab = (typeof tabs)[number];
