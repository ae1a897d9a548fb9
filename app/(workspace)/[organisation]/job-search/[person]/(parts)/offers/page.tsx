import { getFormatter, getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { AddCriterion } from "@/components/job-search/add-criterion";
import { OffersTable } from "@/components/job-search/offers-table";
import { payWords } from "@/components/job-search/pay";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { comparedOffers } from "@/lib/job-search/queries/offers";
import { undoAction } from "../../../../undo-action";
import { addLine, removeLine, score, weighLine } from "../../../actions";
import { searchOfPage } from "../../search-of-page";

/** The offers on the table, compared on what matters to the person. */
async function OffersPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const { writes } = await searchOfPage(organisation, person);
  const { criteria, offers, tips } = await readPage(organisation, ({ ask }) =>
    ask(comparedOffers, { personId: person }),
  );
  const t = await getTranslations("job-search.offers");
  const format = await getFormatter();
  const companyOf = (id: string) => offers.find((offer) => offer.id === id)?.companyName ?? "";
  const nameOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.name ?? "";
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-8">
      {offers.length === 0 ? (
        <Card>
          <Empty icon="scale" title={t("none")}>
            {t("noneText")}
          </Empty>
        </Card>
      ) : null}
      {offers.length > 0 && criteria.length === 0 ? (
        <Card>
          <Empty icon="scale" title={t("noCriteria")}>
            {writes ? t("noCriteriaText") : t("noCriteriaTheirs")}
          </Empty>
        </Card>
      ) : null}
      {offers.length > 0 && criteria.length > 0 ? (
        <OffersTable
          organisation={organisation}
          criteria={criteria}
          offers={offers.map((offer) => ({
            ...offer,
            pay: payWords(offer, format),
          }))}
          writes={writes}
          actions={{ weigh: weighLine, score, remove: removeLine }}
          undo={undoAction}
        />
      ) : null}
      {tips.length > 0 ? (
        <section>
          <SectionHead title={t("tips")} />
          <Card>
            <Rows>
              {tips.map((tip) => (
                <Row key={`${tip.kind} ${tip.criterionId}`} className="flex gap-3">
                  <Icon name={tip.to > tip.from ? "arrow-up" : "arrow-down"} className="mt-0.5 text-muted-foreground" />
                  <p>
                    {tip.kind === "weight"
                      ? t("tipWeight", { name: nameOf(tip.criterionId), from: tip.from, to: tip.to })
                      : t("tipScore", {
                          name: nameOf(tip.criterionId),
                          company: companyOf(tip.offerId),
                          from: tip.from,
                          to: tip.to,
                        })}
                  </p>
                </Row>
              ))}
            </Rows>
          </Card>
          <p className="mt-2 text-sm text-muted-foreground">{t("tipsHint")}</p>
        </section>
      ) : null}
      {writes ? <AddCriterion organisation={organisation} personId={person} add={addLine} undo={undoAction} /> : null}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/offers/page", OffersPage);
