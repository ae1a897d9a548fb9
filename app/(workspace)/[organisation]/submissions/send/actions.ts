"use server";

import { action } from "@/lib/entry/action";
import { question } from "@/lib/entry/question";
import type { LetterPreview, PreviewAsked } from "@/components/tailoring/sending/types";
import type { ActionResult } from "@/lib/platform/result";
import { previewSend } from "@/lib/tailoring/sending/queries";
import { noteAnswer, retrySend, setFollowUp, takeBackAnswer } from "@/lib/tailoring/sending/send-commands";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";

export const send = action(sendResumes);
export const followUp = action(setFollowUp);
export const answered = action(noteAnswer);
export const notAnswered = action(takeBackAnswer);
export const again = action(retrySend);

export async function preview(organisation: string, asked: PreviewAsked): Promise<ActionResult<LetterPreview>> {
  return question(previewSend)(organisation, asked);
}
