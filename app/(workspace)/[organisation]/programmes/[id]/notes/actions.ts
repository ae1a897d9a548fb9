"use server";

import { action } from "@/lib/entry/action";
import { editNote, removeNote, writeNote } from "@/lib/notes/commands";

export const write = action(writeNote);
export const edit = action(editNote);
export const remove = action(removeNote);
