import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { listTable } from "../../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/states/empty";
import type { IconName } from "@/components/ui/icon";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import type { ListDress } from "@/lib/entry/table";
import type { List } from "@/lib/platform/list";
import { searchOfPage } from "./search-of-page";

interface SearchListProps {
  page: WorkspaceProps<{ person: string }>;
  definition: List;
  /** Of its messages below `job-search.lists`. */
  name: "contacts" | "companies" | "opportunities" | "outreach";
  /** Of the empty state: its icon, and its messages below `job-search.empty`. */
  icon: IconName;
  empty: "contacts" | "companies" | "board" | "outreach";
  /** Views beside "all", by their names: what the address asks for. */
  views: Readonly<Record<string, string>>;
  columns: ListDress["columns"];
  /** What stands above the list for who writes in the search. */
  actions?: ReactNode;
}

/** A list of one person's search. The page says whose it is: that filter is not the reader's to take off, and a file holds this one search too. */
export async function SearchList({ page, definition, name, icon, empty, views, columns, actions }: SearchListProps) {
  const { organisation, person } = await page.params;
  const asked = { ...(await page.searchParams), "f.person": person };
  const { mine, writes } = await searchOfPage(organisation, person);
  const screen = await readPage(organisation, (context) => readListScreen(context, definition, asked));
  const t = await getTranslations("job-search.empty");
  const words = await getTranslations(`job-search.lists.${name}`);
  const table = await listTable({
    ...{ organisation, definition, screen, words, columns },
    views: Object.entries({ all: "", ...views }).map(([id, search]) => ({ id, name: words(`views.${id}`), search })),
  });
  const { exportAddress, filters, ...rest } = table;
  return (
    <>
      {writes && actions ? <div className="mb-4 flex flex-wrap gap-2">{actions}</div> : null}
      <DataTable
        {...rest}
        filters={filters.filter(({ key }) => key !== "person")}
        {...(exportAddress ? { exportAddress: `${exportAddress}?f.person=${person}` } : {})}
        caption={words("caption")}
        searchLabel={words("search")}
        empty={
          <Empty icon={icon} title={t(empty)}>
            {t(`${empty}${mine ? "Text" : "Theirs"}`)}
          </Empty>
        }
      />
    </>
  );
}
