import { getFormatter, getTranslations } from "next-intl/server";
import type { ConsentShown } from "@/components/programmes/consent-card";
import { FactLine } from "@/components/programmes/fact-line";

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
    <FactLine icon={standing.length > 0 ? "eye" : "eye-off"} href={href} look={t(mine ? "open" : "look")}>
      <span className="text-muted-foreground">{t("card")}:</span>{" "}
      {standing.length > 0 ? format.list(standing, { type: "conjunction" }) : t("none")}
    </FactLine>
  );
}
