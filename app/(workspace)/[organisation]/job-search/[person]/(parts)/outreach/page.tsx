import { getTranslations } from "next-intl/server";
import { listTable } from "../../../../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { outreachLook } from "@/components/job-search/stage-look";
import { Empty } from "@/components/states/empty";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { outreachList } from "@/lib/job-search/outreach-list";
import { outreachKinds } from "@/lib/job-search/rules/outreach-kinds";
import { ofOneSearch, searchedBy } from "../../of-one-search";
import { searchOfPage } from "../../search-of-page";

/** Everything that was logged: with whom, what came of it, what is promised. */
export default async function OutreachPage({ params, searchParams }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const search = searchedBy(person, await searchParams);
  const { mine, writes } = await searchOfPage(organisation, person);
  const screen = await readPage(organisation, (context) => readListScreen(context, outreachList, search));
  const t = await getTranslations("job-search");
  const words = await getTranslations("job-search.lists.outreach");
  const view = (id: string, query: string) => ({ id, name: words(`views.${id}`), search: query });
  const table = await listTable({
    ...{ organisation, definition: outreachList, screen, words },
    views: [view("all", ""), view("promised", "f.promised=yes"), view("meetings", "f.kind=meeting,call")],
    columns: {
      with: { width: "24%" },
      note: { width: "36%" },
      kind: {
        states: Object.fromEntries(
          outreachKinds.map((kind) => [kind, { label: t(`outreach.kinds.${kind}`), icon: outreachLook[kind] }]),
        ),
      },
    },
  });
  return (
    <>
      {writes ? (
        <div className="mb-4">
          <LinkButton href={`/${organisation}/job-search/${person}/week`} icon="pencil">
            {t("outreach.log")}
          </LinkButton>
        </div>
      ) : null}
      <DataTable
        caption={words("caption")}
        {...ofOneSearch(table, person)}
        searchLabel={words("search")}
        empty={
          <Empty icon="message-circle" title={t("empty.outreach")}>
            {mine ? t("empty.outreachText") : t("empty.outreachTheirs")}
          </Empty>
        }
      />
    </>
  );
}
