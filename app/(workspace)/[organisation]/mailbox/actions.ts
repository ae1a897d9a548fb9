"use server";

import { action } from "@/lib/entry/action";
import { markMailRead, replyToMail, retryMail } from "@/lib/mail/commands";

export const markRead = action(markMailRead);
export const reply = action(replyToMail);
export const sendAgain = action(retryMail);
