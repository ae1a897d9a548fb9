import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ConsentShown } from "@/components/programmes/consent-card";
import { Icon } from "@/components/ui/icon";

/** What others may see at this moment, in a line under the facts, with the way to the page. */
export async function ConsentsLine({
  consents,
  mine,
  href,
}: {
  consents: readonly ConsentShown[];
  mine: boolean;
  href: string;
}) {
  const t = await getTranslations("programmes.consents");
  const format = await getFormatter();
  const standing = consents.filter((consent) => consent.standing).map(({ kind }) => t(`short.${kind}`));
  return (
    <p className="mt-3 flex items-baseline gap-2 border-t border-border pt-3 text-sm">
      <Icon name={standing.length > 0 ? "eye" : "eye-off"} size="small" className="self-center text-muted-foreground" />
      <span className="min-w-0 flex-1">
        <span className="text-muted-foreground">{t("card")}:</span>{" "}
        {standing.length > 0 ? format.list(standing, { type: "conjunction" }) : t("none")}
      </span>
      <Link href={href} className="tap-links">
        {t(mine ? "open" : "look")}
      </Link>
    </p>
  );
}
