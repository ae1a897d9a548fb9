"use server";

import { action } from "@/lib/entry/action";
import { updateProfile } from "@/lib/people/commands/profile";

export const update = action(updateProfile);
