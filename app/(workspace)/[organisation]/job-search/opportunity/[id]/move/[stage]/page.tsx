import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { EndForm } from "@/components/job-search/end-form";
import { offeredPay } from "@/components/job-search/pay";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { WorkspaceProps } from "@/lib/entry/page";
import { whyNotMove } from "@/lib/job-search/rules/stages";
import { accept, move } from "../../../../actions";
import { currenciesWith } from "../../../../form-values";
import { opportunityOfPage } from "../../opportunity-of-page";

const ends = ["accepted", "declined", "closed"] as const;
type End = (typeof ends)[number];

/** How an opportunity ends: an offer is taken, or it is left with a reason. */
async function EndPage({ params }: WorkspaceProps<{ id: string; stage: string }>) {
  const { organisation, id, stage } = await params;
  const { opportunity, search } = await opportunityOfPage(organisation, id);
  const end = ends.find((one) => one === stage) as End | undefined;
  if (!search.writes || !end) notFound();
  const t = await getTranslations("job-search");
  const problem = whyNotMove(opportunity.stage, end);
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t(`endTitles.${end}`, { title: opportunity.title, company: opportunity.companyName })}
        lede={t(`endLedes.${end}`)}
        crumbs={await searchCrumbs(organisation, search, opportunity.personId, opportunity.companyName)}
      />
      {problem ? (
        <Notice icon="info">{problem}</Notice>
      ) : (
        <Card pad>
          <EndForm
            organisation={organisation}
            opportunity={{ id, personId: opportunity.personId }}
            stage={end}
            today={opportunity.today}
            offered={offeredPay(opportunity)}
            currencies={currenciesWith(opportunity.currency)}
            move={move}
            accept={accept}
          />
        </Card>
      )}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/opportunity/[id]/move/[stage]/page", EndPage);
