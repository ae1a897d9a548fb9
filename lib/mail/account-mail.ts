import "server-only";
import { z } from "zod";
import { sendInstallationMail } from "@/lib/mail/installation";
import { installationCommand } from "@/lib/platform/operation";

const variables = { href: z.string(), expiresAt: z.date() };

/**
 * Sends a mail about an account: for pages before anybody is in an organisation. Not in the manifest: it is called by our own
 * server code with what a command returned, never with what a browser sent.
 */
export const sendAccountMail = installationCommand({
  name: "mail.sendAccountMail",
  permission: "anyone",
  audit: { none: "The ledger of mails is the record." },
  input: z.strictObject({
    to: z.strictObject({ address: z.string(), name: z.string().nullish(), userId: z.uuid().nullish() }),
    key: z.string(),
    locale: z.string().optional(),
    timeZone: z.string().optional(),
    mail: z.discriminatedUnion("template", [
      z.strictObject({ template: z.literal("verify-address"), ...variables }),
      z.strictObject({ template: z.literal("reset-password"), ...variables }),
      z.strictObject({ template: z.literal("password-changed"), href: z.string(), changedAt: z.date() }),
    ]),
  }),
  async run(context, { mail: { template, ...given }, ...rest }): Promise<{ mailId: string }> {
    const { mailId } = await sendInstallationMail(context, { ...rest, template, variables: given as never });
    return { mailId };
  },
});
