"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import { pointChoices } from "@/lib/tailoring/tailored/batch-queries";
import { beginTailoring, changeDraft, takeResume } from "@/lib/tailoring/tailored/draft-commands";
import { forgetRoles, markRoles } from "@/lib/tailoring/tailored/mark-commands";
import { applyTailoring, askPdf, restoreVersion } from "@/lib/tailoring/tailored/version-commands";

export const begin = action(beginTailoring);
export const change = action(changeDraft);
export const take = action(takeResume);
export const apply = action(applyTailoring);
export const restore = action(restoreVersion);
export const pdf = action(askPdf);
export const mark = action(markRoles);
export const forget = action(forgetRoles);
export const choices = question(pointChoices);
