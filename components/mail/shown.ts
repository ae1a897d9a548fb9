import type { MailItem, OpenMail } from "@/components/mail/types";
import type { ListRow } from "@/lib/platform/list-types";

/** A row of the list of mails as it is shown. */
export const itemOf = ({ id, cells }: ListRow, href: string, from?: string): MailItem => ({
  id,
  href,
  subject: String(cells.subject ?? ""),
  correspondent: String(cells.correspondent ?? ""),
  incoming: cells.direction === "in",
  at: new Date(String(cells.at)).toISOString(),
  status: String(cells.status ?? ""),
  unread: cells.direction === "in" && cells.read !== true,
  ...(from ? { from } : {}),
});

interface StoredMail {
  id: string;
  subject: string;
  direction: string;
  toName: string | null;
  toAddress: string;
  fromName: string | null;
  fromAddress: string | null;
  at: Date;
  status: string;
  lastErrorCode: string | null;
  reason: string;
  html: string | null;
  text: string | null;
  thread: ReadonlyArray<{ id: string; subject: string; direction: string; at: Date }>;
  calendarMethod: string | null;
  attachments: ReadonlyArray<{ fileId: string; name: string; size: number; gone: boolean }>;
}

/** Where a mail's neighbours lie: the others of its thread, and its files. */
export interface MailAddresses {
  mail: (id: string) => string;
  /** Null where files are not given out. */
  file: (id: string) => string | null;
}

/** A mail as it is shown open. */
export function openMailOf(mail: StoredMail, addresses: MailAddresses): OpenMail {
  const incoming = mail.direction === "in";
  const address = (incoming ? mail.fromAddress : mail.toAddress) ?? "";
  return {
    id: mail.id,
    subject: mail.subject,
    incoming,
    correspondent: (incoming ? mail.fromName : mail.toName) ?? address,
    address,
    at: mail.at.toISOString(),
    status: mail.status,
    errorCode: mail.lastErrorCode,
    reason: mail.reason,
    html: mail.html,
    text: mail.text,
    thread: mail.thread.map((other) => ({
      id: other.id,
      href: addresses.mail(other.id),
      subject: other.subject,
      incoming: other.direction === "in",
      at: other.at.toISOString(),
    })),
    calendar: mail.calendarMethod,
    attachments: mail.attachments.map(({ fileId, name, size, gone }) => ({
      ...{ id: fileId, name, size, href: gone ? null : addresses.file(fileId) },
    })),
  };
}

/** Under which key of the messages it stands why a mail did not arrive. A restore holds back what waited; nobody refused it. */
export const whyUndelivered = ({ status, errorCode }: Pick<OpenMail, "status" | "errorCode">): string =>
  status !== "failed"
    ? status
    : errorCode === "restored"
      ? "restored"
      : errorCode === "attachment-gone"
        ? "attachmentGone"
        : errorCode === "withdrawn"
          ? "withdrawn"
          : status;
