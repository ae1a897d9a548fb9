"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import { retryBatch, startBatch, stopBatch } from "@/lib/tailoring/tailored/batch-commands";
import { oneTailoringBatch } from "@/lib/tailoring/tailored/batch-queries";

export const start = action(startBatch);
export const stop = action(stopBatch);
export const retry = action(retryBatch);
export const progress = question(oneTailoringBatch);
