import "server-only";
import { module } from "@/lib/platform/module";
import { addComment, editComment, removeComment, restoreComment } from "@/lib/records/commands/comments";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { changeField, defineField, orderFields, removeField, restoreField } from "@/lib/records/commands/fields";
import { reindex } from "@/lib/records/commands/search";
import {
  deleteView,
  renameView,
  restoreView,
  saveView,
  setDefaultView,
  shareView,
  updateView,
} from "@/lib/records/commands/views";
import { recordsPersonalData } from "@/lib/records/personal-data";
import { commentReaders, commentsOf } from "@/lib/records/queries/comments";
import { fieldSettings, fieldsOfEntity, fieldValuesOf } from "@/lib/records/queries/fields";
import { find } from "@/lib/records/queries/search";
import { timelineOf } from "@/lib/records/queries/timeline";
import { removedViews, viewSharing, viewsOfList } from "@/lib/records/queries/views";

/** What records of any module can have: comments, fields of the organisation's own, a timeline, a place in search, saved views. */
export const recordsModule = module({
  key: "records",
  commands: [
    addComment,
    changeField,
    defineField,
    deleteView,
    editComment,
    orderFields,
    reindex,
    removeComment,
    removeField,
    renameView,
    restoreComment,
    restoreField,
    restoreView,
    saveView,
    setDefaultView,
    setFieldValues,
    shareView,
    updateView,
  ],
  queries: [
    commentReaders,
    commentsOf,
    fieldSettings,
    fieldsOfEntity,
    fieldValuesOf,
    find,
    removedViews,
    timelineOf,
    viewSharing,
    viewsOfList,
  ],
  lists: [],
  actions: [{ key: "fields", path: "/settings/fields", icon: "list-plus", permission: "custom-fields:write" }],
  notifications: [{ kind: "records.mentioned", app: true, mail: true }],
  events: ["comments.added"],
  personalData: recordsPersonalData,
  withoutPersonalData: {
    custom_fields: "What fields the organisation added; what stands in them is in custom_field_values.",
    outbox: "Events carry ids, counts and codes only.",
  },
});
