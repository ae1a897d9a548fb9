import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { programmeOfPage } from "../../../programme-of-page";
import { share } from "../actions";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { InventoryResult } from "@/components/inventories/inventory-result";
import { ShareCard } from "@/components/inventories/share-card";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { inventoriesOf } from "@/lib/inventories/queries/results";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";

/** The result of an inventory: what it says, what it does not, and who sees it. */
async function InventoryPage({ params }: WorkspaceProps<{ id: string; inventory: string }>) {
  const { organisation, id, inventory: key } = await params;
  const { sees } = await programmeOfPage(organisation, id);
  if (!sees.competencies) notFound();
  const t = await getTranslations("inventories");
  const format = await getFormatter();
  const { mine, inventories } = await readPage(organisation, ({ ask }) => ask(inventoriesOf, { programmeId: id }));
  const found = inventories.find(({ inventory }) => inventory === key);
  const [result, earlier] = found?.results ?? [];
  if (!found || !result) notFound();
  const { inventory } = found;
  const here = `/${organisation}/programmes/${id}/competencies`;
  return (
    <>
      <p className="mb-3 text-sm">
        <Link href={here} className="inline-flex items-center gap-1.5 phone:min-h-11">
          <Icon name="arrow-left" size="small" />
          {t("fill.crumb")}
        </Link>
      </p>
      <h2 className="font-title text-xl">{t(`names.${inventory}`)}</h2>
      <p className="mt-1 mb-5 text-muted-foreground">
        {t("result.takenOn", { date: format.dateTime(result.at, { dateStyle: "long" }) })}
      </p>
      <RecordColumns
        facts={
          <>
            {mine ? (
              <ShareCard
                organisation={organisation}
                inventory={inventory}
                shared={found.withConsultant}
                share={share}
              />
            ) : null}
            <Card pad className="grid gap-4 text-sm">
              {(["says", "saysNot", "method"] as const).map((part) => (
                <div key={part}>
                  <h2 className="text-base font-semibold">{t(`result.${part}`)}</h2>
                  <p className="mt-1 text-muted-foreground">{t(`about.${inventory}.${part}`)}</p>
                  {part === "method" ? (
                    <p className="mt-1 text-xs text-muted-foreground">
                      {t("result.source", { source: t(`about.${inventory}.source`) })}
                    </p>
                  ) : null}
                </div>
              ))}
            </Card>
          </>
        }
      >
        {inventory === "values" ? <p className="text-sm text-muted-foreground">{t("result.order")}</p> : null}
        <InventoryResult inventory={inventory} result={result} earlier={earlier} />
        {mine ? (
          <div>
            <LinkButton href={`${here}/inventories/${inventory}/fill`}>{t("result.again")}</LinkButton>
          </div>
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages(
  "(workspace)/[organisation]/programmes/[id]/competencies/inventories/[inventory]/page",
  InventoryPage,
);
