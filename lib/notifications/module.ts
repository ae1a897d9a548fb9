import "server-only";
import { eq } from "drizzle-orm";
import { notifications } from "@/db/schema/platform";
import { chooseChannels, markAllNotificationsRead, markNotificationsRead } from "@/lib/notifications/commands";
import {
  latestNotifications,
  notificationChoices,
  notificationList,
  notificationPage,
} from "@/lib/notifications/queries";
import { module } from "@/lib/platform/module";

export const notificationsModule = module({
  key: "notifications",
  commands: [chooseChannels, markAllNotificationsRead, markNotificationsRead],
  queries: [latestNotifications, notificationChoices, notificationPage],
  lists: [notificationList],
  personalData: {
    tables: ["notifications"],
    export: async (tx, personId) => ({
      notifications: (await tx.select().from(notifications).where(eq(notifications.personId, personId))).map(
        ({ at, kind, data, href, readAt }) => ({ at, kind, data, href, readAt }),
      ),
    }),
    erase: async (tx, personId) => {
      await tx.delete(notifications).where(eq(notifications.personId, personId));
    },
  },
});
