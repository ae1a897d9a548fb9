import "server-only";
import { logger } from "@/lib/platform/log";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { messageKeyOf } from "@/lib/notifications/kinds";
import { momentText } from "@/lib/platform/moment-text";

export type NotificationData = Record<string, string | number | null>;

/**
 * The sentence of a notification, in the reader's language. A row whose kind this release does not know, or whose data do
 * not fill its sentence any more, gets a plain one instead of failing a page.
 */
export async function textOf(
  notification: { kind: string; data: NotificationData },
  reader: { locale: string; timeZone: string },
): Promise<string> {
  const t = await translatorFor(reader);
  try {
    return t(messageKeyOf(notification.kind, "text"), valuesOf(notification.data, reader));
  } catch (error) {
    logger.warn({ code: "notifications.no_words", kind: notification.kind, message: String(error) });
    return t("notifications.unknown");
  }
}

const valuesOf = (
  data: NotificationData,
  reader: { locale: string; timeZone: string },
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === "string" && isMoment.test(value) ? momentText(new Date(value), reader) : (value ?? ""),
    ]),
  );

/** A moment among the data, as `toISOString` writes it: everybody reads it by the clock where they are. */
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
