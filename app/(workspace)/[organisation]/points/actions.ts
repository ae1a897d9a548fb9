"use server";

import { action } from "@/lib/entry/action";
import { editPoint, pastePoints, reinstatePoint, retirePoint } from "@/lib/tailoring/library/commands";

export const paste = action(pastePoints);
export const edit = action(editPoint);
export const retire = action(retirePoint);
export const reinstate = action(reinstatePoint);
