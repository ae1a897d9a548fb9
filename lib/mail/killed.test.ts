import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { installationMails, mailMessages } from "@/db/schema/mail";
import { deliverDue } from "@/lib/mail/deliver";
import { deliverInstallationMail, sendInstallationMail } from "@/lib/mail/installation";
import { deliverMail } from "@/lib/mail/deliver";
import { sendMail } from "@/lib/mail/send";
import { mailStandIns } from "@/lib/mail/testing/stand-ins";
import { resendTransport } from "@/lib/mail/transports/resend";
import { smtpTransport } from "@/lib/mail/transports/smtp";
import type { SystemActor } from "@/lib/platform/actor";
import { now, setClock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { testProcess } from "@/lib/platform/testing/test-process";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const services = mailStandIns();
afterEach(() => setClock(null));

/** Runs the process that dies after sending; resolves with the signal that ended it. */
function dieAfterSending(args: [string, string], settings: Record<string, string>): Promise<NodeJS.Signals | null> {
  const given = { DATABASE_URL: world.database.appUrl, ...settings };
  return testProcess("lib/mail/testing/die-after-sending.ts", args, given).ended;
}

const overResend = () => ({
  MAIL_TRANSPORT: "resend",
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: services.resend.url,
});

async function queued(key: string): Promise<string> {
  const actor: SystemActor = { kind: "system", organisationId: world.north.organisationId, cause: "test" };
  const { output } = await execute(sendMail, actor, {
    template: "notification",
    variables: { text: "Robin finished a task.", href: "/north" },
    to: { personId: world.north.executiveId },
    key,
  });
  return output.mailId;
}

const ledger = (mailId: string) =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [row] = await tx.select().from(mailMessages).where(eq(mailMessages.id, mailId));
    return row!;
  });

const later = () => setClock(new Date(now().getTime() + 6 * 60_000));

describe("a process that is killed between sending and recording", () => {
  it("leaves a claim; the next attempt goes out under the same key, and Resend delivers once", async () => {
    const mailId = await queued("killed/resend");
    const before = services.resend.delivered.length;
    expect(await dieAfterSending([world.north.organisationId, mailId], overResend())).toBe("SIGKILL");
    expect(services.resend.delivered.length - before).toBe(1);
    expect(await ledger(mailId)).toMatchObject({ status: "claimed", attempts: 1 });
    const transport = resendTransport({ apiKey: "re_test", baseUrl: services.resend.url });
    expect(await deliverMail(world.north.organisationId, mailId, transport)).toBe("idle");
    later();
    expect(await deliverMail(world.north.organisationId, mailId, transport)).toBe("sent");
    expect(await ledger(mailId)).toMatchObject({ status: "sent", attempts: 2, transport: "resend" });
    expect(services.resend.calls.filter(({ key }) => key === `mail/${mailId}`)).toHaveLength(2);
    expect(services.resend.delivered.length - before).toBe(1);
  });

  it("by SMTP the mail is sent once more, with the same Message-ID", async () => {
    const mailId = await queued("killed/smtp");
    const settings = { MAIL_TRANSPORT: "smtp", SMTP_URL: services.smtp.url };
    expect(await dieAfterSending([world.north.organisationId, mailId], settings)).toBe("SIGKILL");
    expect(services.smtp.received).toHaveLength(1);
    later();
    expect(await deliverMail(world.north.organisationId, mailId, smtpTransport({ url: services.smtp.url }))).toBe(
      "sent",
    );
    expect(services.smtp.received).toHaveLength(2);
    const ids = services.smtp.received.map(({ raw }) => /^Message-ID: (.*?)\r?$/m.exec(raw)?.[1]);
    expect(new Set(ids)).toEqual(new Set([`<${mailId}@localhost>`]));
  });

  it("is put right by the sweep alone", async () => {
    const mailId = await queued("killed/sweep");
    expect(await dieAfterSending([world.north.organisationId, mailId], overResend())).toBe("SIGKILL");
    later();
    await deliverDue();
    expect(await ledger(mailId)).toMatchObject({ status: "delivered", attempts: 2 });
  });

  it("does the same for mail about an account", async () => {
    const { mailId } = await acrossIdentity((tx) =>
      sendInstallationMail(
        { tx, now: now(), afterCommit: () => undefined },
        {
          template: "reset-password",
          variables: { href: "/reset-password/secret-token", expiresAt: new Date(now().getTime() + 3_600_000) },
          to: { address: "robin@north.example", name: "Robin Consultant" },
          key: "reset/1",
        },
      ),
    );
    const before = services.resend.delivered.length;
    expect(await dieAfterSending(["-", mailId], overResend())).toBe("SIGKILL");
    const transport = resendTransport({ apiKey: "re_test", baseUrl: services.resend.url });
    later();
    expect(await deliverInstallationMail(mailId, transport)).toBe("sent");
    expect(await deliverInstallationMail(mailId, transport)).toBe("idle");
    expect(services.resend.delivered.length - before).toBe(1);
    expect(services.resend.delivered.at(-1)?.text).toContain("/reset-password/secret-token");
    const [row] = await acrossIdentity((tx) =>
      tx.select().from(installationMails).where(eq(installationMails.id, mailId)),
    );
    expect(row).toMatchObject({ status: "sent", attempts: 2 });
    expect(JSON.stringify(row)).not.toContain("secret-token");
  });
});
