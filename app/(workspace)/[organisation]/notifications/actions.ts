"use server";

import { action } from "@/lib/entry/action";
import { chooseChannels, markAllNotificationsRead, markNotificationsRead } from "@/lib/notifications/commands";

export const markRead = action(markNotificationsRead);
export const markAllRead = action(markAllNotificationsRead);
export const choose = action(chooseChannels);
