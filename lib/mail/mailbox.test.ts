import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { organisations } from "@/db/schema/organisations";
import { auditPayloads } from "@/db/schema/audit";
import { outbox } from "@/db/schema/platform";
import { markMailRead, replyToMail, retryMail } from "@/lib/mail/commands";
import { mailPersonalData } from "@/lib/mail/personal-data";
import { mailList, oneMail } from "@/lib/mail/queries";
import { sendMail } from "@/lib/mail/send";
import type { SystemActor } from "@/lib/platform/actor";
import { askTogether, execute } from "@/lib/platform/execute";
import { readList, type ListState } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const key = () => crypto.randomUUID();

const listed = async (state: ListState = {}) => {
  const actor = await world.north.as("administrator");
  return askTogether(actor, (context) => readList(context, mailList, state));
};

describe("the mailbox", () => {
  it("shows an administrator every mail, and is closed to who may not read it", async () => {
    const { rows } = await listed();
    expect(rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining([world.north.mailId, world.north.undeliveredMailId]),
    );
    expect((await refusalOf(world.north.ask(oneMail, "consultant", { mailId: world.north.mailId }))).code).toBe(
      "forbidden",
    );
  });

  it("is open to everybody in a demo", async () => {
    const setDemo = (demo: boolean) =>
      acrossIdentity((tx) =>
        tx.update(organisations).set({ demo }).where(eq(organisations.id, world.north.organisationId)),
      );
    await setDemo(true);
    const mail = await world.north.ask(oneMail, "executive", { mailId: world.north.undeliveredMailId });
    expect(mail.id).toBe(world.north.undeliveredMailId);
    await setDemo(false);
    const closed = refusalOf(world.north.ask(oneMail, "executive", { mailId: world.north.mailId }));
    expect((await closed).code).toBe("forbidden");
  });

  it("finds by words, by direction and by state", async () => {
    expect((await listed({ q: "PROGRAMME ready" })).rows.map(({ id }) => id)).toContain(world.north.mailId);
    expect((await listed({ q: "no such words" })).rows).toEqual([]);
    const undelivered = await listed({ filters: { state: "undelivered" } });
    const found = undelivered.rows.map(({ id }) => id);
    expect(found).toContain(world.north.undeliveredMailId);
    expect(found).not.toContain(world.north.mailId);
    expect((await listed({ filters: { direction: "sideways" } })).rows).toEqual([]);
  });

  it("does not know the mails of another organisation", async () => {
    for (const attempt of [
      () => world.south.ask(oneMail, "administrator", { mailId: world.north.mailId }),
      () => world.south.execute(markMailRead, "administrator", { mailId: world.north.mailId }),
      () => world.south.execute(replyToMail, "administrator", { mailId: world.north.mailId, text: "x", key: key() }),
      () => world.south.execute(retryMail, "administrator", { mailId: world.north.undeliveredMailId }),
    ])
      expect((await refusalOf(attempt())).code).toBe("not_found");
  });

  it("remembers that a mail was opened", async () => {
    await world.north.execute(markMailRead, "administrator", { mailId: world.north.mailId });
    const { readAt } = await world.north.ask(oneMail, "administrator", { mailId: world.north.mailId });
    expect(readAt).toBeInstanceOf(Date);
  });
});

describe("an answer in the mailbox", () => {
  it("comes from the recipient, stands in the thread, and is told by its id alone", async () => {
    const input = { mailId: world.north.mailId, text: "Tuesday suits me.\n\nRobin", key: key() };
    const { mailId } = await world.north.execute(replyToMail, "administrator", input);
    const again = await world.north.execute(replyToMail, "administrator", input);
    expect(again.mailId).toBe(mailId);
    const answer = await world.north.ask(oneMail, "administrator", { mailId });
    expect(answer).toMatchObject({
      direction: "in",
      status: "received",
      subject: "Re: Your programme is ready",
      fromAddress: "executive@north.example",
      personId: world.north.executiveId,
      text: "Tuesday suits me.\n\nRobin",
      html: null,
    });
    expect(answer.thread.map(({ id }) => id)).toEqual([world.north.mailId]);
    const [event] = await inNorth((tx) => tx.select().from(outbox).where(eq(outbox.name, "mail.received")));
    expect(event!.data).toMatchObject({ mailId, inReplyToId: world.north.mailId });
    expect(JSON.stringify(event!.data)).not.toContain("Tuesday");
  });

  it("is refused to an answer, and when it says nothing", async () => {
    const input = { mailId: world.north.mailId, text: "First.", key: key() };
    const { mailId } = await world.north.execute(replyToMail, "administrator", input);
    const toAnswer = await refusalOf(
      world.north.execute(replyToMail, "administrator", { mailId, text: "Second.", key: key() }),
    );
    expect(toAnswer.code).toBe("state");
    const empty = await refusalOf(
      world.north.execute(replyToMail, "administrator", { ...input, text: "  ", key: key() }),
    );
    expect(empty).toMatchObject({ code: "invalid", details: { field: "text" } });
  });

  it("leaves no word of it in the audit", async () => {
    const payloads = await inNorth((tx) => tx.select({ difference: auditPayloads.difference }).from(auditPayloads));
    expect(payloads.length).toBeGreaterThan(0);
    expect(JSON.stringify(payloads)).not.toMatch(/Tuesday|First\./);
  });
});

describe("a person's own data", () => {
  it("is taken along with its text, and erased down to the fact that there was mail", async () => {
    const actor: SystemActor = { kind: "system", organisationId: world.north.organisationId, cause: "test" };
    const { output } = await execute(sendMail, actor, {
      template: "notification",
      variables: { text: "Something personal.", href: "/north" },
      to: { personId: world.north.otherConsultantId },
      key: "to-erase",
    });
    const personId = world.north.otherConsultantId;
    const exported = await inNorth((tx) => mailPersonalData.export(tx, personId));
    expect(JSON.stringify(exported)).toContain("Something personal.");
    await inNorth((tx) => mailPersonalData.erase(tx, personId));
    const [row] = await inNorth((tx) =>
      tx
        .select()
        .from(mailMessages)
        .where(and(eq(mailMessages.id, output.mailId))),
    );
    expect(row).toMatchObject({ toAddress: "erased", subject: "erased", textEncrypted: null, status: "failed" });
    expect(JSON.stringify(await inNorth((tx) => mailPersonalData.export(tx, personId)))).toBe(
      '{"mail":[],"mail_attachments":[]}',
    );
  });
});
