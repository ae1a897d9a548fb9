"use server";

import { action } from "@/lib/entry/action";
import { addType, archiveType, editType, restoreType } from "@/lib/scheduling/commands/types";

export const add = action(addType);
export const edit = action(editType);
export const archive = action(archiveType);
export const restore = action(restoreType);
