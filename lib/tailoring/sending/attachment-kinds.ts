/** What can go with a letter: the resume as it is, with the points as tracked changes, as PDF. */
export const attachmentKinds = ["clean", "tracked", "pdf"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Recipients of one sending at most. */
export const mostRecipients = 10;

/** To whom a letter goes. */
export interface SendRecipient {
  address: string;
  /** May be empty. */
  name: string;
}
