"use server";

import { action } from "@/lib/entry/action";
import { answerInvitation } from "@/lib/mail/answer-invitation";
import { markMailRead, replyToMail, retryMail } from "@/lib/mail/commands";

export const answer = action(answerInvitation);
export const markRead = action(markMailRead);
export const reply = action(replyToMail);
export const sendAgain = action(retryMail);
