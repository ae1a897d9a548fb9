"use server";

import { action } from "@/lib/entry/action";
import { moveSubmission, planInterview, putForward, takeBackSubmission } from "@/lib/tailoring/submissions/commands";

export const forward = action(putForward);
export const takeBack = action(takeBackSubmission);
export const move = action(moveSubmission);
export const plan = action(planInterview);
