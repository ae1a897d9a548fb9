import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The two ways to see submissions. */
export async function SubmissionTabs({ organisation, current }: { organisation: string; current: "board" | "list" }) {
  const t = await getTranslations("tailoring.submissions.tabs");
  const here = `/${organisation}/submissions`;
  return (
    <LinkTabs
      label={t("label")}
      className="mb-6 phone:mb-4"
      tabs={(["board", "list"] as const).map((tab) => ({
        href: tab === "board" ? here : `${here}/list`,
        label: t(tab),
        current: tab === current,
      }))}
    />
  );
}
