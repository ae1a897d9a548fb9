import "server-only";
import { after } from "next/server";
import { requestFacts } from "@/lib/entry/request";
import type { MailedLink, PasswordChanged } from "@/lib/identity/commands/passwords";
import { sendAccountMail } from "@/lib/mail/account-mail";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { logger } from "@/lib/platform/log";

type Mail = Parameters<typeof sendAccountMail.run>[1];

/**
 * Mails a link once the answer is on its way: the page takes as long whether there is an account or not. `path` is the page
 * that opens the token.
 */
export async function mailLink(
  template: "verify-address" | "reset-password",
  path: string,
  link: MailedLink | null,
): Promise<void> {
  if (!link) return;
  await mailLater({
    to: { address: link.email, name: link.name, userId: link.userId },
    key: `link/${link.linkId}`,
    mail: { template, href: `${path}/${link.token}`, expiresAt: link.expiresAt },
  });
}

/** Tells somebody that their password changed. */
export async function mailPasswordChanged({ email, name, userId, changedAt }: PasswordChanged): Promise<void> {
  await mailLater({
    to: { address: email, name, userId },
    key: `password/${userId}/${changedAt.toISOString()}`,
    mail: { template: "password-changed", href: "/new-password", changedAt },
  });
}

async function mailLater(mail: Mail): Promise<void> {
  const { requestId, address, locale } = await requestFacts();
  after(async () => {
    try {
      await executeInstallation(
        sendAccountMail,
        { kind: "visitor", address },
        { ...mail, locale: locale ?? undefined },
        { requestId, address },
      );
    } catch (error) {
      logger.error({ code: "mail.account", requestId, err: error instanceof Error ? error.stack : String(error) });
    }
  });
}
