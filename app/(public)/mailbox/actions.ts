"use server";

import { refresh } from "next/cache";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import { answerDemoInvitation, answerDemoMail } from "@/lib/mail/demo-mailbox";
import type { ActionResult } from "@/lib/platform/result";

/** Answers a mail of a demo, without signing in. Refused where this is no demo. */
export async function answer(
  place: string,
  input: { mailId: string; key: string; text: string },
): Promise<ActionResult<{ mailId: string }>> {
  const { requestId } = await requestFacts();
  try {
    const data = await answerDemoMail(place, input);
    refresh();
    return { ok: true, data };
  } catch (error) {
    return { ok: false, refusal: refusalResult(error, requestId) };
  }
}

/** Answers an invitation of a demo, without signing in. Refused where this is no demo. */
export async function answerInvitation(
  place: string,
  input: { mailId: string; key: string; answer: "accepted" | "tentative" | "declined" },
): Promise<ActionResult<{ mailId: string }>> {
  const { requestId } = await requestFacts();
  try {
    const data = await answerDemoInvitation(place, input);
    refresh();
    return { ok: true, data };
  } catch (error) {
    return { ok: false, refusal: refusalResult(error, requestId) };
  }
}
