import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { strengthLook } from "@/components/job-search/stage-look";
import { LinkButton } from "@/components/ui/link-button";
import type { WorkspaceProps } from "@/lib/entry/page";
import { companyList } from "@/lib/job-search/lists";
import { SearchList } from "../../search-list";

/** The companies that the person has in view. */
async function CompaniesPage(page: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await page.params;
  const t = await getTranslations("job-search");
  const fits = ["0", "1", "2", "3"].map((fit) => [fit, { label: t(`fits.${fit}`), ...strengthLook[fit]! }]);
  return (
    <SearchList
      {...{ page, definition: companyList, name: "companies", icon: "building-2", empty: "companies" }}
      views={{ fitting: "f.fit=3,2" }}
      columns={{ name: { width: "26%" }, fit: { states: Object.fromEntries(fits) } }}
      actions={
        <LinkButton href={`/${organisation}/job-search/${person}/new/company`} icon="plus">
          {t("add.company")}
        </LinkButton>
      }
    />
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/companies/page", CompaniesPage);
