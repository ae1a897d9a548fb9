"use server";

import { action } from "@/lib/entry/action";
import { changeField, defineField, orderFields, removeField, restoreField } from "@/lib/records/commands/fields";

export const define = action(defineField);
export const change = action(changeField);
export const order = action(orderFields);
export const retire = action(removeField);
export const bringBack = action(restoreField);
