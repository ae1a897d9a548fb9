import "server-only";
import { getTranslations } from "next-intl/server";
import { batchWorkOf } from "./batch-work-of";
import { viewActionsOf } from "./view-actions-of";
import type { DataTableProps, TableView } from "@/components/data-table/types";
import { declaredTable, type ListDress } from "@/lib/entry/table";
import type { ListScreen } from "@/lib/entry/list-screen";
import type { List } from "@/lib/platform/list";

interface ListTable extends ListDress {
  organisation: string;
  definition: List;
  screen: ListScreen;
  /** The page's own views, before the saved ones. */
  views: TableView[];
}

/**
 * All that the table of a list needs to do everything that lists do, but for its caption and its empty state:
 * `<DataTable caption={…} {...(await listTable({ organisation, definition: caseload, screen, words: t, views }))} />`.
 */
export async function listTable({ organisation, definition, screen, views, ...dress }: ListTable) {
  const { page, saved, usual, filtered, dropped, batches, exports } = screen;
  const t = await getTranslations("batches.actions");
  const declared = declaredTable(screen.definition, dress.words, dress.columns, dress.options);
  return {
    ...declared,
    // A choice with nothing to choose from is offered to nobody; where it is set (a shared view), its chip can be taken off.
    filters: declared.filters.filter(
      ({ key, kind, options }) => kind !== "choice" || (options && options.length > 0) || filtered.includes(key),
    ),
    page: { ...page, rows: page.rows.map((row) => (row.href ? { ...row, href: `/${organisation}${row.href}` } : row)) },
    views: [...views, ...saved],
    viewActions: viewActionsOf(organisation, definition.name),
    ...(usual ? { usual } : {}),
    dropped,
    ...(exports ? { exportAddress: `/api/exports/${organisation}/${definition.name}` } : {}),
    ...(batches.length > 0
      ? {
          bulkActions: batches.map((action) => ({ ...action, label: t(`${action.key}.label`) })),
          batchWork: batchWorkOf(organisation, definition.name),
        }
      : {}),
  } satisfies Partial<DataTableProps>;
}
