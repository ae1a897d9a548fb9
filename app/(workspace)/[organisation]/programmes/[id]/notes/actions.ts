"use server";

import { action } from "@/lib/entry/action";
import { keepNote } from "@/lib/notes/keep-note";
import { editNote, removeNote, writeNote } from "@/lib/notes/commands";

export const write = action(writeNote);
export const edit = action(editNote);
export const keep = action(keepNote, { quiet: true });
export const remove = action(removeNote);
