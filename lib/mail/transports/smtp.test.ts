import { afterEach, describe, expect, it } from "vitest";
import { envelope } from "@/lib/mail/testing/envelope";
import { smtpNo, smtpStandIn, type SmtpBehaviour, type SmtpStandIn } from "@/lib/mail/testing/smtp-stand-in";
import { smtpTransport } from "@/lib/mail/transports/smtp";

let server: SmtpStandIn | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function transport(behaviour: SmtpBehaviour = {}, timeoutMilliseconds = 2000) {
  server = await smtpStandIn(behaviour);
  return smtpTransport({ url: server.url, timeoutMilliseconds });
}

describe("sending by SMTP", () => {
  it("delivers both parts, the organisation as sender, and a Message-ID that follows from the ledger row", async () => {
    const smtp = await transport();
    const outcome = await smtp.send(envelope());
    expect(outcome).toEqual({ kind: "sent", providerId: `<${envelope().id}@landfall.example>` });
    const [mail] = server!.received;
    expect(mail).toMatchObject({ from: "post@landfall.example", to: ["layla@example.com"] });
    expect(mail!.raw).toMatch(/^From: North Harbour <post@landfall\.example>\r?$/m);
    expect(mail!.raw).toContain(`Message-ID: <${envelope().id}@landfall.example>`);
    expect(mail!.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(mail!.raw).toMatch(/^References: <thread\.[0-9a-f]{32}@landfall\.example>\r?$/m);
    expect(mail!.raw).toContain("multipart/alternative");
    expect(mail!.raw).toContain("text/plain");
    expect(mail!.raw).toContain("text/html");
    expect(mail!.raw).not.toMatch(/^List-Unsubscribe/im);
  });

  it("says to calendars what it says to people, as a form of the mail and as a file", async () => {
    const smtp = await transport();
    const content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    await smtp.send(envelope({ calendar: { method: "REQUEST", content } }));
    const { raw } = server!.received[0]!;
    const alternative = /boundary="([^"]+)"/.exec(/multipart\/alternative;\s+boundary="[^"]+"/.exec(raw)![0])![1]!;
    const forms = raw.split(`--${alternative}`);
    // What comes after the last form is the file.
    expect(forms.slice(1, -1).map((form) => /Content-Type: ([\w/]+)/.exec(form)?.[1])).toEqual([
      ...["text/plain", "text/html", "text/calendar"],
    ]);
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(raw).toMatch(/filename=invite\.ics/);
  });

  it("has the same Message-ID at every attempt", async () => {
    const smtp = await transport();
    await smtp.send(envelope());
    await smtp.send(envelope());
    const ids = server!.received.map(({ raw }) => /^Message-ID: (.*?)\r?$/m.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("is refused for good where there is no such mailbox", async () => {
    const smtp = await transport({ onRecipient: () => smtpNo(550, "5.1.1 No such user here") });
    expect(await smtp.send(envelope())).toEqual({ kind: "refused", code: "550", forGood: true });
    expect(server!.received).toHaveLength(0);
  });

  it("is refused, but not for good, by a full mailbox and by policy", async () => {
    const full = await transport({ onRecipient: () => smtpNo(552, "5.2.2 Mailbox full") });
    expect(await full.send(envelope())).toEqual({ kind: "refused", code: "552", forGood: false });
    await server!.close();
    const policy = await transport({ onRecipient: () => smtpNo(550, "5.7.1 Relaying denied") });
    expect(await policy.send(envelope())).toEqual({ kind: "refused", code: "550", forGood: false });
  });

  it("comes back when the server asks for patience", async () => {
    const smtp = await transport({ onRecipient: () => smtpNo(451, "4.7.1 Greylisted, come back") });
    expect(await smtp.send(envelope())).toEqual({ kind: "later", code: "451" });
  });

  it("fails where the message itself is not taken", async () => {
    const smtp = await transport({ onData: () => smtpNo(554, "5.6.0 Not this message") });
    expect(await smtp.send(envelope())).toEqual({ kind: "failed", code: "554" });
  });

  it("comes back after silence, after which nobody knows whether the mail arrived", async () => {
    const smtp = await transport({ onData: () => "silent" }, 300);
    expect(await smtp.send(envelope())).toEqual({ kind: "later", code: "timeout" });
    expect(server!.received).toHaveLength(1);
  });

  it("comes back when nobody listens", async () => {
    const nobody = smtpTransport({ url: "smtp://127.0.0.1:1", timeoutMilliseconds: 500 });
    expect(await nobody.send(envelope())).toMatchObject({ kind: "later" });
  });

  it("waits for the operator when the password is wrong", async () => {
    server = await smtpStandIn();
    const smtp = smtpTransport({ url: server.url.replace("smtp://", "smtp://post:wrong@"), timeoutMilliseconds: 2000 });
    expect(await smtp.send(envelope())).toEqual({ kind: "later", code: "auth" });
    const right = smtpTransport({ url: server.url.replace("smtp://", "smtp://post:right@") });
    expect(await right.send(envelope())).toMatchObject({ kind: "sent" });
  });
});
