"use server";

import { action } from "@/lib/entry/action";
import { bookSession, holdTime } from "@/lib/scheduling/commands/booking";
import { moveSession } from "@/lib/scheduling/commands/changes";
import { bookSeries } from "@/lib/scheduling/commands/series";

export const book = action(bookSession);
export const bookAgain = action(bookSeries);
/** Nothing on the page is another one by it, and who chooses a time should not wait for the page. */
export const hold = action(holdTime, { quiet: true });
export const move = action(moveSession);
