import type { Transport } from "@/lib/mail/rules/outcome";

/** Sends nothing: the mail lies in the ledger, where the mailbox shows it. */
export const mailboxTransport: Transport = {
  name: "mailbox",
  send: async () => ({ kind: "delivered", providerId: null }),
};
