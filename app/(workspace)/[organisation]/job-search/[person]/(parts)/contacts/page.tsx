import { getTranslations } from "next-intl/server";
import { listTable } from "../../../../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { strengthLook } from "@/components/job-search/stage-look";
import { Empty } from "@/components/states/empty";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { contactList } from "@/lib/job-search/lists";
import { ofOneSearch, searchedBy } from "../../of-one-search";
import { searchOfPage } from "../../search-of-page";

/** Everybody whom the person knows. */
export default async function ContactsPage({ params, searchParams }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const search = searchedBy(person, await searchParams);
  const { mine, writes } = await searchOfPage(organisation, person);
  const screen = await readPage(organisation, (context) => readListScreen(context, contactList, search));
  const t = await getTranslations("job-search");
  const words = await getTranslations("job-search.lists.contacts");
  const view = (id: string, query: string) => ({ id, name: words(`views.${id}`), search: query });
  const table = await listTable({
    ...{ organisation, definition: contactList, screen, words },
    views: [view("all", ""), view("promised", "f.promised=yes"), view("target", "f.target=yes")],
    columns: {
      name: { width: "28%" },
      strength: {
        states: Object.fromEntries(
          ["1", "2", "3"].map((strength) => [
            strength,
            { label: t(`strengths.${strength}`), ...strengthLook[strength]! },
          ]),
        ),
      },
    },
  });
  const add = (
    <LinkButton href={`/${organisation}/job-search/${person}/new/contact`} icon="user-plus">
      {t("add.contact")}
    </LinkButton>
  );
  return (
    <>
      {writes ? (
        <div className="mb-4 flex flex-wrap gap-2">
          {add}
          <LinkButton href={`/${organisation}/imports/new`} icon="upload">
            {t("importContacts")}
          </LinkButton>
        </div>
      ) : null}
      <DataTable
        caption={words("caption")}
        {...ofOneSearch(table, person)}
        searchLabel={words("search")}
        empty={
          <Empty icon="users-round" title={t("empty.contacts")}>
            {mine ? t("empty.contactsText") : t("empty.contactsTheirs")}
          </Empty>
        }
      />
    </>
  );
}
