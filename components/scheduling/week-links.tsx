import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

/** The week that is shown, and the ways to the one before and the next. */
export function WeekLinks({ label, earlier, later }: { label: string; earlier: string | null; later: string }) {
  const t = useTranslations("scheduling.book");
  return (
    <nav aria-label={label} className="flex items-center gap-2">
      {earlier ? (
        <LinkButton size="icon" href={earlier} aria-label={t("earlier")}>
          <Icon name="chevron-left" />
        </LinkButton>
      ) : null}
      <span className="font-medium tabular-nums">{label}</span>
      <LinkButton size="icon" href={later} aria-label={t("later")} className="ms-auto">
        <Icon name="chevron-right" />
      </LinkButton>
    </nav>
  );
}
