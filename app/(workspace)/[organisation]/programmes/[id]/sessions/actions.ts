"use server";

import { action } from "@/lib/entry/action";
import { bookSession, holdTime } from "@/lib/scheduling/commands/booking";
import { cancelSession, moveSession, noteOutcome } from "@/lib/scheduling/commands/changes";

export const book = action(bookSession);
export const hold = action(holdTime);
export const move = action(moveSession);
export const cancel = action(cancelSession);
export const outcome = action(noteOutcome);
