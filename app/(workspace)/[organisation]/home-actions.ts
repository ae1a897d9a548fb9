"use server";

import { action } from "@/lib/entry/action";
import { dismissHint } from "@/lib/people/commands/profile";

export const dismiss = action(dismissHint);
