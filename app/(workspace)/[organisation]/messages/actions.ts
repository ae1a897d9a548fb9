"use server";

import { action } from "@/lib/entry/action";
import { markMessagesRead, sendMessage } from "@/lib/messages/commands";

export const send = action(sendMessage);
export const markRead = action(markMessagesRead);
