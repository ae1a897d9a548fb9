"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import { addPolicy, editPolicy, restorePolicy, withdrawPolicy } from "@/lib/sla/commands/policies";
import { whatIfPolicy } from "@/lib/sla/queries/what-if";

export const add = action(addPolicy);
export const edit = action(editPolicy);
export const withdraw = action(withdrawPolicy);
export const restore = action(restorePolicy);
export const ahead = question(whatIfPolicy);
