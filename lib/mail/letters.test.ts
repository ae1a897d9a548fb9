import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { files } from "@/db/schema/files";
import { mailAttachments, mailMessages } from "@/db/schema/mail";
import { openFile } from "@/lib/files/open-file";
import { storeFile } from "@/lib/files/store-file";
import { ownStore } from "@/lib/files/testing/own-store";
import { brandOf } from "@/lib/mail/branding";
import { deliverMail } from "@/lib/mail/deliver";
import { eraseMails } from "@/lib/mail/personal-data";
import { oneMail } from "@/lib/mail/queries";
import { renderLetter } from "@/lib/mail/render-letter";
import { withoutOpening } from "@/lib/mail/rules/without-opening";
import { sendLetter } from "@/lib/mail/send-letter";
import { envelope } from "@/lib/mail/testing/envelope";
import { mailStandIns } from "@/lib/mail/testing/stand-ins";
import { resendTransport } from "@/lib/mail/transports/resend";
import { smtpTransport } from "@/lib/mail/transports/smtp";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
ownStore();
const services = mailStandIns();

const system = (): SystemActor => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" });
const words = "Eleven years of platforms, the last four with Kubernetes.\n";

async function letter(key: string, names: readonly string[] = ["Daniela Ferreira – Platform.txt"]) {
  const attachments = [];
  for (const name of names) {
    const { fileId } = await storeFile(system(), { name: "resume.txt", content: Buffer.from(words) });
    attachments.push({ fileId, name });
  }
  const { output } = await execute(sendLetter, system(), {
    to: { address: "petra@vendor.example", name: "Petra Vendor" },
    sender: { name: "Ines Valdés", address: "ines@north.example" },
    subject: "A platform engineer for Brenholm Bank",
    body: "Hello Petra,\n\nDaniela fits.\nThe <resume> is attached.",
    ...{ attachments, key },
  });
  return { ...output, attachments };
}

describe("a letter with files", () => {
  it("leaves by SMTP with its files, in the name of who wrote it, and answers go to them", async () => {
    const { mailId } = await letter("letter/smtp");
    expect(await deliverMail(world.north.organisationId, mailId, smtpTransport({ url: services.smtp.url }))).toBe(
      "sent",
    );
    const raw = services.smtp.received.at(-1)!.raw;
    expect(raw).toMatch(/^Reply-To:[^:]*<ines@north\.example>\r?$/m);
    expect(raw).toMatch(/^From: .*Ines_Vald=C3=A9s/m);
    expect(raw).not.toMatch(/^Auto-Submitted/m);
    expect(raw).toContain(`Message-ID: <${mailId}@`);
    expect(raw.replace(/\r\n/g, "")).toContain(Buffer.from(words).toString("base64"));
    expect(raw).toMatch(/Content-Disposition: attachment/);
    expect(raw).toContain("Daniela fits.");
  });

  it("leaves through Resend with its files, and says the same at every attempt", async () => {
    const { mailId } = await letter("letter/resend");
    const transport = resendTransport({ apiKey: "re_test", baseUrl: services.resend.url });
    expect(await deliverMail(world.north.organisationId, mailId, transport)).toBe("sent");
    expect(services.resend.delivered.at(-1)).toMatchObject({
      reply_to: expect.stringContaining("<ines@north.example>") as string,
      attachments: [{ filename: "Daniela Ferreira – Platform.txt", content: Buffer.from(words).toString("base64") }],
      text: expect.stringContaining("The <resume> is attached.") as string,
      html: expect.stringContaining("The &lt;resume&gt; is attached.") as string,
    });
    const one = envelope({ attachments: [{ name: "a.txt", mediaType: "text/plain", bytes: Buffer.from(words) }] });
    const before = services.resend.delivered.length;
    await transport.send(one);
    await transport.send(one);
    expect(services.resend.delivered.length - before).toBe(1);
  });

  it("tells that it was opened by a picture, which is left out for colleagues who look at what was sent", async () => {
    const frame = { brand: brandOf({ name: "North Harbour", settings: {} }), locale: "en-GB" };
    const words = {
      subject: "A candidate",
      body: "Hello <img data-opening> Petra",
      sender: { name: "Ines", address: "i@n.example" },
    };
    const { html } = await renderLetter({ ...words, openPath: "/api/opens/abc" }, frame);
    expect(html).toContain("/api/opens/abc");
    expect(withoutOpening(html)).toBe((await renderLetter({ ...words, openPath: undefined }, frame)).html);
  });

  it("is one mail for one key, and holds no content in the ledger", async () => {
    const first = await letter("letter/once");
    expect(await letter("letter/once")).toMatchObject({ mailId: first.mailId, queued: false });
    const rows = await transaction({ organisationId: world.north.organisationId }, async (tx) =>
      JSON.stringify([
        await tx.select().from(mailMessages).where(eq(mailMessages.id, first.mailId)),
        await tx.select().from(mailAttachments).where(eq(mailAttachments.mailId, first.mailId)),
      ]),
    );
    expect(rows).not.toMatch(/Eleven years|Daniela fits/);
  });

  it("does not leave without a file that was removed since, and says so", async () => {
    const { mailId, attachments } = await letter("letter/gone");
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.update(files).set({ deletedAt: new Date() }).where(eq(files.id, attachments[0]!.fileId)),
    );
    const before = services.smtp.received.length;
    expect(await deliverMail(world.north.organisationId, mailId, smtpTransport({ url: services.smtp.url }))).toBe(
      "failed",
    );
    expect(services.smtp.received).toHaveLength(before);
    expect(await world.north.ask(oneMail, "administrator", { mailId })).toMatchObject({
      lastErrorCode: "attachment-gone",
      attachments: [{ gone: true }],
    });
  });

  it("shows its files to who sees the mail, and to nobody else", async () => {
    const { mailId, attachments } = await letter("letter/seen", ["One.txt", "Two.txt"]);
    const mail = await world.north.ask(oneMail, "administrator", { mailId });
    expect(mail.attachments.map(({ name }) => name)).toEqual(["One.txt", "Two.txt"]);
    const { fileId } = attachments[0]!;
    expect(await openFile(await world.north.as("administrator"), fileId)).toMatchObject({ name: "resume.txt" });
    expect((await refusalOf(openFile(await world.north.as("executive"), fileId))).code).toBe("not_found");
  });

  it("is erased with its words and its files, and what waits leaves no more", async () => {
    const { mailId } = await letter("letter/erased");
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      eraseMails(tx, eq(mailMessages.id, mailId)),
    );
    expect(await deliverMail(world.north.organisationId, mailId, smtpTransport({ url: services.smtp.url }))).toBe(
      "idle",
    );
    expect(await world.north.ask(oneMail, "administrator", { mailId })).toMatchObject({
      ...{ status: "failed", text: null, html: null, subject: "erased", attachments: [] },
    });
  });
});
