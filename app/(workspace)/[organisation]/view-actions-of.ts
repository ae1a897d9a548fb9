import "server-only";
import { undoAction } from "./undo-action";
import {
  listViewSharing,
  removedListViews,
  removeListView,
  renameListView,
  restoreListView,
  saveListView,
  setDefaultListView,
  shareListView,
  updateListView,
} from "./view-actions";
import type { ViewActions } from "@/components/data-table/types";

/** What the table of a list does with saved views. */
export const viewActionsOf = (organisation: string, list: string): ViewActions => ({
  save: saveListView.bind(null, organisation, list),
  rename: renameListView.bind(null, organisation),
  update: updateListView.bind(null, organisation),
  share: shareListView.bind(null, organisation),
  sharing: listViewSharing.bind(null, organisation),
  setDefault: setDefaultListView.bind(null, organisation, list),
  remove: removeListView.bind(null, organisation),
  restore: restoreListView.bind(null, organisation),
  removed: removedListViews.bind(null, organisation, list),
  undo: undoAction.bind(null, organisation),
});
