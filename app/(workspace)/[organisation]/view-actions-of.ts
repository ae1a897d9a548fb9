import "server-only";
import type { ViewActions } from "@/components/data-table/types";
import { removeListView, renameListView, saveListView, updateListView } from "./view-actions";

/** What the table of a list does with saved views: `<DataTable viewActions={viewActionsOf(slug, list.name)} …>`. */
export const viewActionsOf = (organisation: string, list: string): ViewActions => ({
  save: saveListView.bind(null, organisation, list),
  rename: renameListView.bind(null, organisation),
  update: updateListView.bind(null, organisation),
  remove: removeListView.bind(null, organisation),
});
