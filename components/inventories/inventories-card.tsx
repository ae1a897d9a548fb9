import { getFormatter, getTranslations } from "next-intl/server";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { InventoryShown } from "@/lib/inventories/queries/results";

/** The inventories: what is taken, who sees it, and the way on. */
export async function InventoriesCard({
  mine,
  inventories,
  here,
}: {
  mine: boolean;
  inventories: readonly InventoryShown[];
  here: string;
}) {
  const t = await getTranslations("inventories");
  const format = await getFormatter();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("card.title")}</CardTitle>
      </CardHeader>
      <p className="px-5 pt-3 pb-3 text-sm text-muted-foreground phone:px-4">
        {inventories.length === 0 ? t("card.noneShared") : t("card.text", { mine: String(mine) })}
      </p>
      <Rows>
        {inventories.map(({ inventory, open, results, withConsultant }) => (
          <Row key={inventory} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{t(`names.${inventory}`)}</span>
              <span className="block text-sm text-muted-foreground">
                {results[0]
                  ? t("card.taken", { date: format.dateTime(results[0].at, { dateStyle: "medium" }) })
                  : open
                    ? t("card.progress", open)
                    : mine
                      ? t(`minutes.${inventory}`)
                      : t("card.notTaken")}
              </span>
              {results[0] ? (
                <Status icon={withConsultant ? "users" : "lock"}>
                  {withConsultant ? t("card.sharedMark", { mine: String(mine) }) : t("card.ownMark")}
                </Status>
              ) : null}
            </span>
            {results[0] ? (
              <LinkButton size="small" href={`${here}/inventories/${inventory}`}>
                {t("card.see")}
              </LinkButton>
            ) : mine ? (
              <LinkButton size="small" href={`${here}/inventories/${inventory}/fill`}>
                {open ? t("card.goOn") : t("card.begin")}
              </LinkButton>
            ) : null}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
