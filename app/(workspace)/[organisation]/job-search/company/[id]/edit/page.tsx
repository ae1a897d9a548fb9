import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { CompanyForm } from "@/components/job-search/company-form";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { Card } from "@/components/ui/card";
import type { WorkspaceProps } from "@/lib/entry/page";
import { editTheCompany } from "../../../actions";
import { companyOfPage } from "../company-of-page";

/** Changing a company in view. */
async function EditCompanyPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { company, search } = await companyOfPage(organisation, id);
  if (!search.writes) notFound();
  const t = await getTranslations("job-search");
  const { name, place, website, notes } = company;
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t("editOf", { name })}
        crumbs={await searchCrumbs(organisation, search, company.personId, name, "companies")}
      />
      <Card pad>
        <CompanyForm
          organisation={organisation}
          personId={company.personId}
          existing={{ id, version: company.version }}
          values={{ name, place, website, notes, fit: String(company.fit) as "0" | "1" | "2" | "3" }}
          act={editTheCompany}
        />
      </Card>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/company/[id]/edit/page", EditCompanyPage);
