import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { replyToMail } from "@/lib/mail/commands";
import { oneMail } from "@/lib/mail/queries";
import { sendMessage } from "@/lib/messages/commands";
import { messageThread } from "@/lib/messages/queries";
import { takeReply } from "@/lib/messages/take-reply";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const system = () => ({ kind: "system" as const, organisationId: world.north.organisationId, cause: "test" });
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

/** The mail that tells the executive of a message by the consultant. */
async function toldByMail(body: string) {
  const { id } = await world.north.execute(sendMessage, "consultant", {
    programmeId: world.north.programmeId,
    body,
    clientKey: crypto.randomUUID(),
  });
  const [mail] = await inNorth((tx) =>
    tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.entity, "message"), eq(mailMessages.entityId, id))),
  );
  return mail!;
}

const answer = async (mailId: string, text: string) =>
  (await world.north.execute(replyToMail, "administrator", { mailId, text, key: crypto.randomUUID() })).mailId;
const take = async (mailId: string) => (await execute(takeReply, system(), { mailId })).output;
const thread = async () =>
  (await world.north.ask(messageThread, "consultant", { programmeId: world.north.programmeId })).messages;
const statusOf = async (mailId: string) => (await world.north.ask(oneMail, "administrator", { mailId })).status;

describe("an answer to the mail about a message", () => {
  test("becomes a message of its recipient, without the quotation, once; the other one is told", async () => {
    const mail = await toldByMail("Shall we meet on Thursday?");
    const mailId = await answer(
      mail.id,
      "Thursday suits me.\n\nOn Tue, Judith <p@example.com> wrote:\n> Shall we meet",
    );
    expect(await take(mailId)).toEqual({ filed: true });
    expect(await take(mailId)).toEqual({ filed: true });
    const written = (await thread()).filter(({ body }) => body.includes("suits me"));
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ body: "Thursday suits me.", mine: false });
    expect(await statusOf(mailId)).toBe("filed");
    const told = await inNorth((tx) =>
      tx
        .select()
        .from(notifications)
        .where(and(eq(notifications.personId, world.north.consultantId), eq(notifications.kind, "messages.new"))),
    );
    expect(told.map(({ data }) => data.from)).toContain("Robin Executive");
  });

  test("is kept as unmatched when nothing stands in it but a quotation", async () => {
    const before = (await thread()).length;
    const mailId = await answer((await toldByMail("Are you there?")).id, "> Are you there?");
    expect(await take(mailId)).toEqual({ filed: false });
    expect(await statusOf(mailId)).toBe("unmatched");
    expect(await thread()).toHaveLength(before + 1);
  });

  test("is kept as unmatched when its writer is not of the two any more", async () => {
    const mail = await toldByMail("One more thing.");
    await inNorth((tx) =>
      tx.update(mailMessages).set({ personId: world.north.otherConsultantId }).where(eq(mailMessages.id, mail.id)),
    );
    const mailId = await answer(mail.id, "I am somebody else.");
    expect(await take(mailId)).toEqual({ filed: false });
    expect((await thread()).map(({ body }) => body)).not.toContain("I am somebody else.");
  });
});

test("an answer to another mail goes into no thread", async () => {
  const mailId = await answer(world.north.mailId, "Thank you for the invitation.");
  expect(await take(mailId)).toEqual({ filed: false });
  expect(await statusOf(mailId)).toBe("unmatched");
});

test("a mail of another organisation, or one that went out, is refused", async () => {
  expect((await refusalOf(take(world.south.answerMailId))).code).toBe("not_found");
  expect((await refusalOf(take(world.north.mailId))).code).toBe("state");
});
