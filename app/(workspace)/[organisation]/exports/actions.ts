"use server";

import { action } from "@/lib/entry/action";
import { startExport } from "@/lib/exports/commands";

export const write = action(startExport);
