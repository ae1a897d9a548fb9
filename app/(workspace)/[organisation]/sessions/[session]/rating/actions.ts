"use server";

import { action } from "@/lib/entry/action";
import { rateSession } from "@/lib/scheduling/outside/rating";

export const rate = action(rateSession);
