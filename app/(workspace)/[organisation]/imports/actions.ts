"use server";

import { action } from "@/lib/entry/action";
import { cancelImport, createImport, mapImport, previewImport, startImport, undoImport } from "@/lib/imports/commands";

export const create = action(createImport);
export const map = action(mapImport);
export const preview = action(previewImport);
export const start = action(startImport);
export const cancel = action(cancelImport);
export const undo = action(undoImport);
