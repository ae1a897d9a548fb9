import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { OpportunityForm } from "@/components/job-search/opportunity-form";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { Card } from "@/components/ui/card";
import type { WorkspaceProps } from "@/lib/entry/page";
import { edit } from "../../../actions";
import { currenciesWith } from "../../../form-values";
import { opportunityOfPage } from "../opportunity-of-page";

/** Changing an opportunity. */
async function EditOpportunityPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { opportunity, search } = await opportunityOfPage(organisation, id);
  if (!search.writes) notFound();
  const t = await getTranslations("job-search");
  const { title, companyName, place, source, link, currency, nextAction, notes } = opportunity;
  const pay = (minor: number | null) => (minor === null ? "" : String(minor / 100));
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t("editOf", { name: title })}
        crumbs={await searchCrumbs(organisation, search, opportunity.personId, companyName)}
      />
      <Card pad>
        <OpportunityForm
          organisation={organisation}
          personId={opportunity.personId}
          existing={{ id, version: opportunity.version }}
          values={{
            ...{ title, companyName, place, source, link, currency, nextAction, notes },
            payFrom: pay(opportunity.payFromMinor),
            payTo: pay(opportunity.payToMinor),
            nextActionOn: opportunity.nextActionOn ?? "",
          }}
          currencies={currenciesWith(currency)}
          act={edit}
        />
      </Card>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/opportunity/[id]/edit/page", EditOpportunityPage);
