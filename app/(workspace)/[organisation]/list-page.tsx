import type { ReactNode } from "react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataTableProps } from "@/components/data-table/types";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import type { IconName } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

interface ListPageProps {
  /** The words of the page: title, lede, caption, search, empty, emptyText, and new where one can be made. */
  words: (key: "title" | "lede" | "caption" | "search" | "empty" | "emptyText" | "new") => string;
  /** Of the empty state. */
  icon: IconName;
  /** Where a new one is made; without it nobody is offered to. */
  create?: string;
  /** Other ways to make some, beside the first one. */
  actions?: ReactNode;
  /** What the empty state offers where nothing is made on this page. */
  emptyAction?: ReactNode;
  tabs?: ReactNode;
  table: Omit<DataTableProps, "caption" | "searchLabel" | "empty">;
}

/** A page that is one list: its head, the way to a new one, the table, and what to say while there is none. */
export function ListPage({ words, icon, create, actions, emptyAction, tabs, table }: ListPageProps) {
  const make = create ? (
    <LinkButton key="new" href={create} icon="plus" variant="primary">
      {words("new")}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHead title={words("title")} lede={words("lede")} actions={actions ? [actions, make] : make} />
      {tabs}
      <DataTable
        caption={words("caption")}
        searchLabel={words("search")}
        {...table}
        empty={
          <Empty icon={icon} title={words("empty")} action={make ?? emptyAction}>
            {words("emptyText")}
          </Empty>
        }
      />
    </>
  );
}
