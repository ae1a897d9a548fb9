import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { CompanyForm } from "@/components/job-search/company-form";
import { ContactForm } from "@/components/job-search/contact-form";
import { OpportunityForm } from "@/components/job-search/opportunity-form";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { add, addTheCompany, addTheContact } from "../../../actions";
import { currenciesWith, noCompany, noContact, noOpportunity } from "../../../form-values";
import { searchOfPage } from "../../search-of-page";

const kinds = ["opportunity", "contact", "company"] as const;

/** Something new in a search: an opportunity, a contact, a company. */
async function NewInSearchPage({ params }: WorkspaceProps<{ person: string; kind: string }>) {
  const { organisation, person, kind: asked } = await params;
  const search = await searchOfPage(organisation, person);
  const kind = kinds.find((one) => one === asked);
  if (!search.writes || !kind) notFound();
  const t = await getTranslations("job-search");
  const currency = await readPage(organisation, ({ organisation: { currency: own } }) => Promise.resolve(own));
  const shared = { organisation, personId: person };
  return (
    <div className="max-w-3xl">
      <PageHead title={t(`new.${kind}`)} crumbs={await searchCrumbs(organisation, search, person, t(`new.${kind}`))} />
      <Card pad>
        {kind === "opportunity" ? (
          <OpportunityForm
            {...shared}
            values={{ ...noOpportunity, currency }}
            currencies={currenciesWith(currency)}
            act={add}
          />
        ) : kind === "contact" ? (
          <ContactForm {...shared} values={noContact} act={addTheContact} />
        ) : (
          <CompanyForm {...shared} values={noCompany} act={addTheCompany} />
        )}
      </Card>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/new/[kind]/page", NewInSearchPage);
