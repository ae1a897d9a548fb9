import type { Envelope } from "@/lib/mail/rules/outcome";

/** A mail for the tests of transports. */
export const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  id: "019aa000-0000-7000-8000-000000000001",
  from: { name: "North Harbour", address: "post@landfall.example" },
  to: { name: "Layla Haddad ليلى", address: "layla@example.com" },
  subject: "Grüße: your export “Caseload” is ready",
  html: "<p>Hello Layla</p>",
  text: "Hello Layla\n",
  thread: "mail:1",
  replyTo: null,
  attachments: [],
  calendar: null,
  ...more,
});
