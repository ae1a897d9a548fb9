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
}

/** A mail as it is shown open; `addressTo` leads to the others of its thread. */
export function openMailOf(mail: StoredMail, addressTo: (id: string) => string): OpenMail {
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
      href: addressTo(other.id),
      subject: other.subject,
      incoming: other.direction === "in",
      at: other.at.toISOString(),
    })),
  };
}

/** Under which key of the messages it stands why a mail did not arrive. A restore holds back what waited; nobody refused it. */
export const whyUndelivered = ({ status, errorCode }: Pick<OpenMail, "status" | "errorCode">): string =>
  status === "failed" && errorCode === "restored" ? "restored" : status;
