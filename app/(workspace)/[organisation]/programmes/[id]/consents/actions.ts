"use server";

import { action } from "@/lib/entry/action";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";

export const give = action(giveConsent);
export const withdraw = action(withdrawConsent);
