import "server-only";
import type { MailCalendar } from "@/lib/mail/rules/outcome";
import { openText, sealText } from "@/lib/platform/secrets";

/** The body of a mail: personal, so it lies sealed, bound to its row. */
export interface MailBody {
  html: string | null;
  text: string | null;
}

export const sealBody = (key: Buffer, id: string, body: MailBody) => ({
  htmlEncrypted: body.html === null ? null : sealText(key, body.html, `mail.html:${id}`),
  textEncrypted: body.text === null ? null : sealText(key, body.text, `mail.text:${id}`),
});

/** What is for a calendar, sealed like the body: it names who meets whom. */
export const sealCalendar = (key: Buffer, id: string, calendar: MailCalendar | undefined) =>
  calendar && {
    calendarMethod: calendar.method,
    calendarEncrypted: sealText(key, calendar.content, `mail.calendar:${id}`),
  };

export const openCalendar = (
  key: Buffer,
  row: { id: string; calendarMethod: string | null; calendarEncrypted: string | null },
): MailCalendar | null =>
  row.calendarMethod === null || row.calendarEncrypted === null
    ? null
    : {
        method: row.calendarMethod as MailCalendar["method"],
        content: openText(key, row.calendarEncrypted, `mail.calendar:${row.id}`),
      };

export const openBody = (
  key: Buffer,
  row: { id: string; htmlEncrypted: string | null; textEncrypted: string | null },
): MailBody => ({
  html: row.htmlEncrypted === null ? null : openText(key, row.htmlEncrypted, `mail.html:${row.id}`),
  text: row.textEncrypted === null ? null : openText(key, row.textEncrypted, `mail.text:${row.id}`),
});
