import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { outbox } from "@/db/schema/platform";
import { newId } from "@/db/tenant-table";
import { writeReply } from "@/lib/icalendar/write-reply";
import { headersOf } from "@/lib/mail/rules/outcome";
import { receiveMail } from "@/lib/mail/inbound/receive-command";
import { claimMail } from "@/lib/mail/delivery-commands";
import { openCalendar } from "@/lib/mail/sealed-body";
import { signedCall } from "@/lib/mail/testing/receiving-stand-in";
import { setClock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { bookSession } from "@/lib/scheduling/commands/booking";
import { afterwards } from "@/lib/scheduling/outside/afterwards";
import { takeInvitationAnswer } from "@/lib/scheduling/outside/take-answer";
import { POST } from "./route";

const { resend, secret } = await vi.hoisted(async () => {
  const { receivingStandIn } = await import("@/lib/mail/testing/receiving-stand-in");
  const resend = await receivingStandIn();
  const secret = `whsec_${Buffer.alloc(24, "secret").toString("base64")}`;
  process.env.RESEND_API_KEY = "re_test";
  process.env.RESEND_BASE_URL = resend.url;
  process.env.RESEND_WEBHOOK_SECRET = secret;
  process.env.MAIL_INBOUND_ADDRESS = "Answers@in.landfall.example";
  return { resend, secret };
});

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");
let sessionId = "";

beforeAll(async () => {
  setClock(now);
  const { programmeId, sessionTypeId: typeId } = world.north;
  const booking = { programmeId, typeId, startsAt: "2026-12-01T09:00:00Z", anyway: true };
  sessionId = (await world.north.execute(bookSession, "consultant", booking)).id;
});
afterAll(async () => {
  setClock(null);
  await resend.close();
});

const executive = "executive@north.example";
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const addressOf = (organisationId: string) => `answers+${organisationId.replaceAll("-", "")}@in.landfall.example`;
const came = () =>
  inNorth((tx) =>
    tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.direction, "in"), eq(mailMessages.transport, "resend")))
      .orderBy(desc(mailMessages.createdAt)),
  );
const system = () => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" }) as const;

/** What went to the executive's calendar. */
const invitation = () =>
  inNorth(async (tx) => {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const [mail] = await tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.entityId, sessionId), eq(mailMessages.toAddress, executive)));
    return { ...mail!, content: openCalendar(key, mail!)!.content };
  });
const reply = async (answer: "accepted" | "declined", mail = executive) =>
  writeReply((await invitation()).content, { name: "Robin", mail }, { answer, stamp: new Date() })!;

/** A mail comes in at Resend; what its webhook then says. */
function arrives(more: { from?: string; to?: string; content?: string | null; text?: string } = {}) {
  const emailId = newId();
  const {
    from = `Robin <${executive.toUpperCase()}>`,
    to = addressOf(world.north.organisationId),
    content,
    text,
  } = more;
  const files = content ? [{ filename: "invite.ics", type: "text/calendar", content }] : [];
  resend.keep(emailId, { from, to: [to], subject: "Accepted: Coaching", text: text ?? "", files });
  return { type: "email.received", created_at: now.toISOString(), data: { email_id: emailId, from, to: [to] } };
}
const told = async (event: unknown, how: Parameters<typeof signedCall>[2] = {}) =>
  (await POST(signedCall(event, secret, how))).status;

describe("a call that tells of mail", () => {
  test("is read only if it is signed, with our secret and just now", async () => {
    const event = arrives({ content: await reply("declined") });
    const asked = resend.asked.length;
    const changed = signedCall(event, secret);
    const calls = [
      new Request(changed.url, { method: "POST", body: JSON.stringify(event) }),
      new Request(changed.url, { method: "POST", headers: changed.headers, body: `${JSON.stringify(event)} ` }),
      signedCall(event, `whsec_${Buffer.alloc(24, "other").toString("base64")}`),
      signedCall(event, secret, { at: new Date(Date.now() - 6 * 60_000) }),
      signedCall(event, secret, { at: new Date(Date.now() + 6 * 60_000) }),
      signedCall("{", secret),
    ];
    for (const call of calls) {
      const answer = await POST(call);
      expect([answer.status, await answer.text()]).toEqual([401, ""]);
    }
    expect(resend.asked).toHaveLength(asked);
    expect(await came()).toEqual([]);
  });

  test("is read no further than a call is long", async () => {
    expect(await told({ type: "email.received", data: { email_id: "x".repeat(300_000) } })).toBe(413);
  });

  test("of something else, of an odd form, or of mail for nobody here is answered and left alone", async () => {
    const asked = resend.asked.length;
    const odd = [
      ...[{ type: "email.sent", data: { email_id: "1" } }, [], null, 7, { type: "email.received" }],
      { type: "email.received", data: { email_id: "../../domains", to: [addressOf(world.north.organisationId)] } },
      ...["answers@in.landfall.example", "answers+north@in.landfall.example", "robin@elsewhere.example"].map((to) =>
        arrives({ to }),
      ),
      arrives({ to: addressOf(world.north.organisationId).replace("in.", "out.") }),
    ];
    for (const event of odd) expect(await told(event)).toBe(200);
    expect(resend.asked).toHaveLength(asked);
    expect(await told(arrives({ to: addressOf(newId()) }))).toBe(200);
    expect(
      await told({ type: "email.received", data: { email_id: "gone", to: [addressOf(world.north.organisationId)] } }),
    ).toBe(200);
    expect(await came()).toEqual([]);
  });
});

describe("a mail that comes in", () => {
  test("is invited to by every invitation: organiser and who gets answers are the organisation's own address", async () => {
    const { id, content } = await invitation();
    const address = addressOf(world.north.organisationId);
    expect(content.replaceAll("\r\n ", "")).toMatch(
      new RegExp(`ORGANIZER[^\r\n]*:mailto:${address.replace("+", "\\+")}`),
    );
    const { output } = await execute(claimMail, system(), { mailId: id });
    expect(output!.envelope.replyTo).toMatchObject({ address });
    // No person wrote it: nobody's absence answers it.
    expect(headersOf({ ...output!.envelope, attachments: [] })).toMatchObject({ "Auto-Submitted": "auto-generated" });
  });

  test("is taken once however often it is told, and its answer stands at the session", async () => {
    const event = arrives({ content: await reply("declined"), text: "A funeral." });
    expect(await Promise.all([told(event), told(event), told(event, { id: "msg_2" })])).toEqual([200, 200, 200]);
    expect(await told(event)).toBe(200);
    const mails = await came();
    expect(mails).toMatchObject([
      {
        ...{ status: "received", fromAddress: executive.toUpperCase(), personId: world.north.executiveId },
        ...{ entity: "booked-session", entityId: sessionId, inReplyToId: (await invitation()).id, transport: "resend" },
        ...{ calendarMethod: "REPLY", toAddress: addressOf(world.north.organisationId) },
      },
    ]);
    const events = await inNorth((tx) => tx.select().from(outbox).where(eq(outbox.name, "mail.received")));
    expect(events.map(({ data }) => data)).toMatchObject([{ mailId: mails[0]!.id, entity: "booked-session" }]);
    expect(JSON.stringify(events)).not.toMatch(/funeral|robin/i);
    expect((await execute(takeInvitationAnswer, system(), { mailId: mails[0]!.id })).output).toEqual({ filed: true });
    const { answers } = await world.north.ask(afterwards, "consultant", { id: sessionId });
    expect(answers).toMatchObject([{ name: "Robin Executive", answer: "declined" }]);
  });

  test("is nobody's answer where another wrote it, and not kept of who was never written to", async () => {
    const before = (await came()).length;
    expect(await told(arrives({ from: "stranger@elsewhere.example", content: await reply("accepted") }))).toBe(200);
    expect(await came()).toHaveLength(before);
    expect(await told(arrives({ from: "consultant@north.example", content: await reply("accepted") }))).toBe(200);
    const [forged] = await came();
    expect((await execute(takeInvitationAnswer, system(), { mailId: forged!.id })).output).toEqual({ filed: false });
    const { answers } = await world.north.ask(afterwards, "consultant", { id: sessionId });
    expect(answers).toMatchObject([{ answer: "declined" }]);
    // The same mail at the address of another organisation, which knows neither session nor sender.
    const south = arrives({ to: addressOf(world.south.organisationId), content: await reply("accepted") });
    expect(await told(south)).toBe(200);
    expect(await came()).toHaveLength(before + 1);
  });

  test("is said by who received it, and by no person", async () => {
    const forged = {
      ...{ emailId: newId(), from: { address: executive, name: null }, subject: "Re", text: "" },
      calendar: { method: "REPLY" as const, content: await reply("accepted") },
    };
    const before = (await came()).length;
    for (const role of ["administrator", "consultant", "executive"] as const)
      expect((await refusalOf(world.north.execute(receiveMail, role, forged))).code).toMatch(/^(not_found|forbidden)$/);
    expect(await came()).toHaveLength(before);
  });

  test("in words alone is kept for the mailbox, an absence is not", async () => {
    const before = (await came()).length;
    expect(await told(arrives({ text: "May I bring my notes?\0" }))).toBe(200);
    const [kept] = await came();
    expect(kept).toMatchObject({ entity: null, inReplyToId: null, calendarMethod: null, status: "received" });
    const absence = arrives({ text: "I am away." });
    resend.keep(absence.data.email_id, { from: executive, headers: { "Auto-Submitted": "auto-replied" } });
    expect(await told(absence)).toBe(200);
    expect(await came()).toHaveLength(before + 1);
  });

  test("that cannot be had now is asked for again", async () => {
    const event = arrives({ content: await reply("accepted") });
    const before = (await came()).length;
    resend.next(500);
    expect(await told(event)).toBe(503);
    expect(await came()).toHaveLength(before);
    expect(await told(event)).toBe(200);
    expect(await came()).toHaveLength(before + 1);
  });
});
