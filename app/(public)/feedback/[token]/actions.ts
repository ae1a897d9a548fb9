"use server";

import { unstable_rethrow } from "next/navigation";
import { openLink } from "./read-feedback";
import type { AnswersPart } from "@/components/competencies/level-form";
import { declineFeedback, saveFeedback, submitFeedback } from "@/lib/competencies/commands/feedback";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import type { ActionResult } from "@/lib/platform/result";

type Opened = Awaited<ReturnType<typeof openLink>>;

/** Keeps part of what somebody answers who came by a link. */
export async function keep(token: string, { levels, keep: go, change }: AnswersPart): Promise<ActionResult<unknown>> {
  return answer(token, ({ as, raterId }) => as.execute(saveFeedback, { raterId, levels, keep: go, change }));
}

export async function handIn(token: string): Promise<ActionResult<unknown>> {
  return answer(token, ({ as, raterId }) => as.execute(submitFeedback, { raterId }));
}

export async function decline(token: string): Promise<ActionResult<unknown>> {
  return answer(token, ({ as, raterId }) => as.execute(declineFeedback, { raterId }));
}

async function answer(token: string, work: (opened: Opened) => Promise<unknown>): Promise<ActionResult<unknown>> {
  try {
    return { ok: true, data: await work(await openLink(token)) };
  } catch (error) {
    unstable_rethrow(error);
    const { requestId } = await requestFacts();
    return { ok: false, refusal: refusalResult(error, requestId) };
  }
}
