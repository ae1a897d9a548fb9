"use server";

import { action } from "@/lib/entry/action";
import { addComment, editComment, removeComment } from "@/lib/records/commands/comments";
import { setFieldValues } from "@/lib/records/commands/field-values";

/* What colleagues keep beside a record of any kind. */

export const comment = action(addComment);
export const changeComment = action(editComment);
export const takeCommentAway = action(removeComment);
export const fill = action(setFieldValues);
