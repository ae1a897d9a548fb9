"use server";

import { action } from "@/lib/entry/action";
import { askExclusion, decideExclusion, withdrawExclusion } from "@/lib/sla/commands/exclusions";

export const ask = action(askExclusion);
export const decide = action(decideExclusion);
export const withdraw = action(withdrawExclusion);
