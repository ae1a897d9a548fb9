"use server";

import { action } from "@/lib/entry/action";
import { copyRole, removeRole, updateRole } from "@/lib/people/commands/roles";

export const copy = action(copyRole);
export const update = action(updateRole);
export const remove = action(removeRole);
