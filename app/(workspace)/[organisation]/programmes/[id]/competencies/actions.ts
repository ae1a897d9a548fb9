"use server";

import { unstable_rethrow } from "next/navigation";
import { action } from "@/lib/entry/action";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import type { AnswersPart } from "@/components/competencies/level-form";
import { saveRating, submitRating } from "@/lib/competencies/commands/ratings";
import { chooseTarget, writeTarget } from "@/lib/competencies/commands/roles";
import { addRater, closeRound, startRound } from "@/lib/competencies/commands/rounds";
import { currentActor } from "@/lib/identity/current-actor";
import { execute } from "@/lib/platform/execute";
import type { ActionResult } from "@/lib/platform/result";

export const ask = action(startRound);
export const askOne = action(addRater);
export const close = action(closeRound);
export const choose = action(chooseTarget);
export const write = action(writeTarget);
const submit = action(submitRating);

/** Keeps part of a rating. The page shows it already, so it is not read anew. */
export async function keep(
  organisation: string,
  programmeId: string,
  { levels, notes }: AnswersPart,
): Promise<ActionResult<unknown>> {
  const request = await requestFacts();
  try {
    const actor = await currentActor(organisation);
    const { output } = await execute(saveRating, actor, { programmeId, levels, notes }, request);
    return { ok: true, data: output };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, refusal: refusalResult(error, request.requestId) };
  }
}

export async function handIn(organisation: string, programmeId: string): Promise<ActionResult<unknown>> {
  return submit(organisation, { programmeId });
}
