import { getTranslations } from "next-intl/server";
import { listTable } from "../../../../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { stageLook } from "@/components/job-search/stage-look";
import { Empty } from "@/components/states/empty";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { opportunityList } from "@/lib/job-search/lists";
import { stages } from "@/lib/job-search/rules/stages";
import { ofOneSearch, searchedBy } from "../../of-one-search";
import { searchOfPage } from "../../search-of-page";

/** Every opportunity as a list. */
export default async function OpportunitiesPage({ params, searchParams }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const search = searchedBy(person, await searchParams);
  const { mine } = await searchOfPage(organisation, person);
  const screen = await readPage(organisation, (context) => readListScreen(context, opportunityList, search));
  const t = await getTranslations("job-search");
  const words = await getTranslations("job-search.lists.opportunities");
  const view = (id: string, query: string) => ({ id, name: words(`views.${id}`), search: query });
  const table = await listTable({
    ...{ organisation, definition: opportunityList, screen, words },
    views: [
      view("all", ""),
      view("open", "f.stage=target,applied,interviewing,offer"),
      view("ended", "f.stage=accepted,declined,closed"),
    ],
    columns: {
      title: { width: "30%" },
      stage: {
        states: Object.fromEntries(
          stages.map((stage) => [stage, { label: t(`stages.${stage}`), ...stageLook[stage] }]),
        ),
      },
    },
  });
  return (
    <DataTable
      caption={words("caption")}
      {...ofOneSearch(table, person)}
      searchLabel={words("search")}
      empty={
        <Empty icon="target" title={t("empty.board")}>
          {mine ? t("empty.boardText") : t("empty.boardTheirs")}
        </Empty>
      }
    />
  );
}
