"use server";

import { action } from "@/lib/entry/action";
import { createEngagement, editEngagement } from "@/lib/sponsors/commands/engagements";

export const create = action(createEngagement);
export const edit = action(editEngagement);
