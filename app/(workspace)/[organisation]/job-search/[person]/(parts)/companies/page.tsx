import { getTranslations } from "next-intl/server";
import { listTable } from "../../../../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { strengthLook } from "@/components/job-search/stage-look";
import { Empty } from "@/components/states/empty";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { companyList } from "@/lib/job-search/lists";
import { ofOneSearch, searchedBy } from "../../of-one-search";
import { searchOfPage } from "../../search-of-page";

/** The companies that the person has in view. */
export default async function CompaniesPage({ params, searchParams }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const search = searchedBy(person, await searchParams);
  const { mine, writes } = await searchOfPage(organisation, person);
  const screen = await readPage(organisation, (context) => readListScreen(context, companyList, search));
  const t = await getTranslations("job-search");
  const words = await getTranslations("job-search.lists.companies");
  const view = (id: string, query: string) => ({ id, name: words(`views.${id}`), search: query });
  const table = await listTable({
    ...{ organisation, definition: companyList, screen, words },
    views: [view("all", ""), view("fitting", "f.fit=3,2")],
    columns: {
      name: { width: "26%" },
      fit: {
        states: Object.fromEntries(
          ["0", "1", "2", "3"].map((fit) => [fit, { label: t(`fits.${fit}`), ...strengthLook[fit]! }]),
        ),
      },
    },
  });
  return (
    <>
      {writes ? (
        <div className="mb-4 flex flex-wrap gap-2">
          <LinkButton href={`/${organisation}/job-search/${person}/new/company`} icon="plus">
            {t("add.company")}
          </LinkButton>
        </div>
      ) : null}
      <DataTable
        caption={words("caption")}
        {...ofOneSearch(table, person)}
        searchLabel={words("search")}
        empty={
          <Empty icon="building-2" title={t("empty.companies")}>
            {mine ? t("empty.companiesText") : t("empty.companiesTheirs")}
          </Empty>
        }
      />
    </>
  );
}
