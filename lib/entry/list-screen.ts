import "server-only";
import { askedAddress, readListAddress, type UsualView } from "@/components/data-table/url-state";
import type { TableView } from "@/components/data-table/types";
import { batchActionsOf } from "@/lib/batches/load";
import { may } from "@/lib/platform/actor";
import type { BatchAction } from "@/lib/platform/batch-action";
import { readList, type List, type ListState } from "@/lib/platform/list";
import { withFields } from "@/lib/platform/list-fields";
import type { ListPage } from "@/lib/platform/list-types";
import type { QueryContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { viewsOfList } from "@/lib/records/queries/views";

/** What a list's screen reads: a page of rows, and the views of the person who looks. */
export interface ListScreen {
  /** The list with the fields that the organisation added to its records. */
  definition: List;
  page: ListPage;
  /** Views that were saved: own ones, then shared ones. */
  saved: TableView[];
  /** With what the list opens when the address asks for nothing. */
  usual?: UsualView;
  /** Which filters are set, the usual ones included. */
  filtered: string[];
  /** What this person may do to many rows at once. */
  batches: Pick<BatchAction, "key" | "icon" | "danger">[];
  /** This person may take the list along as a file. */
  exports: boolean;
  /** What the address names and the list does not have. */
  dropped: string[];
}

type Search = Record<string, string | string[] | undefined>;

/**
 * One list's screen as its address asks for it. Where it asks for nothing, the person's usual view is shown, else the list's
 * (`usual`). An address may be older than the list: filters, sorts and columns that are no longer there are left out and named.
 */
export async function readListScreen(
  context: QueryContext,
  declared: List,
  search: Search,
  { usual: ofList }: { usual?: UsualView } = {},
): Promise<ListScreen> {
  const definition = await withFields(context, declared);
  const saved = may(context.actor, "views:write")
    ? (await context.ask(viewsOfList, { list: definition.name })).map(tableViewOf)
    : [];
  const own = saved.find((view) => view.usual);
  const usual = own ? { id: own.id, search: own.search } : ofList;
  const asked = askedAddress(search, usual);
  const { state, dropped } = settled(definition, asked);
  return {
    definition,
    page: await readFrom(context, definition, state),
    saved,
    ...(usual ? { usual } : {}),
    filtered: Object.keys(state.filters ?? {}),
    batches: (await batchActionsOf(context.actor, context.organisation, definition.name)).map(
      ({ key, icon, danger }) => ({ key, icon, danger }),
    ),
    exports: may(context.actor, "exports:run"),
    dropped,
  };
}

/** A place in a list that is no longer one (another sort, a hand-made address) is the first page. */
async function readFrom(context: QueryContext, definition: List, state: ListState): Promise<ListPage> {
  try {
    return await readList(context, definition, state);
  } catch (error) {
    if (!(error instanceof Refusal) || error.details.field !== "after") throw error;
    return readList(context, definition, { ...state, after: undefined, before: undefined });
  }
}

function settled(definition: List, search: URLSearchParams): { state: ListState; dropped: string[] } {
  const { sort, descending, filters, ...rest } = readListAddress(search);
  const hasFilter = (key: string) => definition.filters.some((filter) => filter.key === key);
  const sorts = sort !== undefined && definition.columns.some((column) => column.key === sort && column.sortable);
  const columns = (search.get("columns") ?? "").split(",").filter(Boolean);
  const dropped = [
    ...Object.keys(filters).filter((key) => !hasFilter(key)),
    ...(sort !== undefined && !sorts ? [sort] : []),
    ...columns.filter((key) => !definition.columns.some((column) => column.key === key)),
  ];
  const known = Object.fromEntries(Object.entries(filters).filter(([key]) => hasFilter(key)));
  return { state: { ...rest, filters: known, ...(sorts ? { sort, descending } : {}) }, dropped: [...new Set(dropped)] };
}

type SavedView = {
  id: string;
  name: string;
  search: string;
  shared: boolean;
  teamId: string | null;
  teamName: string | null;
  ownerName: string;
  editable: boolean;
  usual: boolean;
};

function tableViewOf(view: SavedView): TableView {
  const { id, name, search, editable, usual } = view;
  const sharedWith = view.teamId
    ? { teamId: view.teamId, teamName: view.teamName ?? "" }
    : view.shared
      ? ("everybody" as const)
      : undefined;
  return {
    ...{ id, name, search, editable, usual, saved: true },
    ...(sharedWith ? { sharedWith } : {}),
    ...(editable ? {} : { ownerName: view.ownerName }),
  };
}
