/** A mail in a list. */
export interface MailItem {
  /** Key and address of the row. */
  id: string;
  href: string;
  subject: string;
  /** Who got it, or who answered. */
  correspondent: string;
  incoming: boolean;
  /** ISO moment. */
  at: string;
  status: string;
  unread: boolean;
  /** Whose mail it is, where several organisations stand in one list. */
  from?: string;
}

/** A mail that is open. */
export interface OpenMail {
  id: string;
  subject: string;
  incoming: boolean;
  correspondent: string;
  address: string;
  /** ISO moment. */
  at: string;
  status: string;
  /** Why it could not be delivered, as the other side said it. */
  errorCode: string | null;
  reason: string;
  html: string | null;
  text: string | null;
  thread: ReadonlyArray<{ id: string; href: string; subject: string; incoming: boolean; at: string }>;
  /** What it says to calendars: an invitation, a cancellation, an answer; null for nothing. */
  calendar: string | null;
  /** Files that go with it; without an address where one was removed since. */
  attachments: ReadonlyArray<{ id: string; name: string; size: number; href: string | null }>;
}
