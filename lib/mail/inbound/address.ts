import "server-only";
import { parseSender } from "@/lib/mail/rules/address";
import { env } from "@/lib/platform/env";

/*
 * Where answers come in: one address of the installation, with the organisation behind a plus, so that a mail says by itself whose it is. The id, not the name in
 * addresses: invitations stand in calendars for as long as their sessions, and a name may change.
 */

/** Whether mail comes in at all. */
export const mailComesIn = (): boolean => env.MAIL_INBOUND_ADDRESS !== undefined;

/** The address to which an organisation's answers go: its own where mail comes in, else the one that sends. */
export function answersAddress({ id }: { id: string }): string {
  if (!env.MAIL_INBOUND_ADDRESS) return parseSender(env.MAIL_FROM).address;
  const [local, domain] = env.MAIL_INBOUND_ADDRESS.toLowerCase().split("@");
  return `${local}+${id.replaceAll("-", "")}@${domain}`;
}

/** The organisations to whose address for answers a mail went. */
export function organisationsAnswered(recipients: readonly string[]): string[] {
  const [local, domain] = (env.MAIL_INBOUND_ADDRESS ?? "").toLowerCase().split("@");
  const ids = recipients.flatMap((recipient) => {
    const address = parseSender(recipient).address.toLowerCase();
    if (!local || !address.startsWith(`${local}+`) || !address.endsWith(`@${domain}`)) return [];
    const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
      address.slice(local.length + 1, -`@${domain}`.length),
    );
    return parts ? [parts.slice(1).join("-")] : [];
  });
  return [...new Set(ids)];
}
