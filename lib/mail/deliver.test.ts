import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { outbox } from "@/db/schema/platform";
import { retryMail } from "@/lib/mail/commands";
import { deliverDue, deliverMail } from "@/lib/mail/deliver";
import { claimMail } from "@/lib/mail/delivery-commands";
import { oneMail } from "@/lib/mail/queries";
import type { Envelope, Outcome, Transport } from "@/lib/mail/rules/outcome";
import { sendMail } from "@/lib/mail/send";
import type { SystemActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
let count = 0;

const start = new Date("2026-11-21T09:00:00Z");
const after = (minutes: number) => setClock(new Date(start.getTime() + minutes * 60_000));
beforeEach(() => setClock(start));
afterEach(() => setClock(null));

/** A transport that answers what it is told, and keeps what it was given. */
function answering(...outcomes: Outcome[]): Transport & { seen: Envelope[] } {
  const seen: Envelope[] = [];
  return {
    name: "smtp",
    seen,
    send: async (envelope) => {
      seen.push(envelope);
      return outcomes[Math.min(seen.length, outcomes.length) - 1]!;
    },
  };
}

const system = (): SystemActor => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" });

async function queued(to: { personId: string } | { address: string } = { address: `a${++count}@example.com` }) {
  const { output } = await execute(sendMail, system(), {
    template: "notification",
    variables: { text: "Robin finished a task.", href: "/north" },
    to,
    key: `test:${++count}`,
  });
  return output.mailId;
}

const ledger = (mailId: string) =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [row] = await tx.select().from(mailMessages).where(eq(mailMessages.id, mailId));
    return row!;
  });

const deliver = (mailId: string, transport: Transport) => deliverMail(world.north.organisationId, mailId, transport);

describe("a mail that is sent", () => {
  it("stands in the ledger with its body sealed, and its event in the outbox", async () => {
    const mailId = await queued({ personId: world.north.executiveId });
    const row = await ledger(mailId);
    expect(row).toMatchObject({ status: "queued", toAddress: "executive@north.example", templateKey: "notification" });
    expect(row.htmlEncrypted).toMatch(/^v1\./);
    expect(JSON.stringify(row)).not.toContain("Hello Robin");
    const events = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(outbox).where(eq(outbox.name, "mail.queued")),
    );
    expect(events.map(({ data }) => data)).toContainEqual({
      organisationId: world.north.organisationId,
      mailId,
    });
    const opened = await world.north.ask(oneMail, "administrator", { mailId });
    expect(opened.text).toContain("Hello Robin,");
    expect(opened.html).toContain("North Harbour");
  });

  it("is one mail, however often the same cause asks", async () => {
    const input = {
      template: "notification" as const,
      variables: { text: "Once.", href: "/north" },
      to: { personId: world.north.executiveId },
      key: "the-same",
    };
    const first = await execute(sendMail, system(), input);
    const second = await execute(sendMail, system(), input);
    expect(first.output.queued).toBe(true);
    expect(second.output).toEqual({ mailId: first.output.mailId, queued: false });
  });

  it("is refused before it is queued when a variable is missing, or the person is another organisation's", async () => {
    const base = { template: "task-due" as const, to: { personId: world.north.executiveId }, key: "never" };
    const missing = await refusalOf(
      execute(sendMail, system(), { ...base, variables: { dueOn: "2026-11-24", daysLeft: 3, href: "/a" } }),
    );
    expect(missing).toMatchObject({ code: "invalid", details: { field: "variables.taskTitle" } });
    const foreign = await refusalOf(
      execute(sendMail, system(), {
        template: "notification",
        variables: { text: "x", href: "/a" },
        to: { personId: world.south.executiveId },
        key: "never",
      }),
    );
    expect(foreign.code).toBe("not_found");
  });

  it("goes out once and is recorded with what the server called it", async () => {
    const mailId = await queued();
    const transport = answering({ kind: "sent", providerId: "abc" });
    expect(await deliver(mailId, transport)).toBe("sent");
    expect(await deliver(mailId, transport)).toBe("idle");
    expect(transport.seen).toHaveLength(1);
    expect(transport.seen[0]).toMatchObject({ id: mailId, from: { name: "North Harbour" } });
    expect(await ledger(mailId)).toMatchObject({ status: "sent", providerId: "abc", attempts: 1, nextAttemptAt: null });
  });

  it("goes out once when several processes want to send it at the same moment", async () => {
    const mailId = await queued();
    const transport = answering({ kind: "sent", providerId: "abc" });
    const results = await Promise.all(Array.from({ length: 8 }, () => deliver(mailId, transport)));
    expect(results.filter((result) => result === "sent")).toHaveLength(1);
    expect(transport.seen).toHaveLength(1);
  });

  it("is tried again later, with growing waits, as long as the other side is to blame", async () => {
    const mailId = await queued();
    const transport = answering(
      { kind: "later", code: "timeout" },
      { kind: "later", code: "429", retryAfterSeconds: 1800 },
      { kind: "sent", providerId: "x" },
    );
    expect(await deliver(mailId, transport)).toBe("queued");
    expect(await deliver(mailId, transport)).toBe("idle");
    after(2);
    expect(await deliver(mailId, transport)).toBe("queued");
    expect((await ledger(mailId)).lastErrorCode).toBe("429");
    after(30);
    expect(await deliver(mailId, transport)).toBe("idle");
    after(34);
    expect(await deliver(mailId, transport)).toBe("sent");
    expect(await ledger(mailId)).toMatchObject({ attempts: 3, lastErrorCode: null });
  });

  it("comes back by itself when the process died between sending and recording, under the same id", async () => {
    const mailId = await queued();
    const died: Transport = answering({ kind: "sent", providerId: "first" });
    const { output: claimed } = await execute(claimMail, system(), { mailId });
    await died.send({ ...claimed!.envelope, attachments: [] });
    const again = answering({ kind: "sent", providerId: "first" });
    after(4);
    expect(await deliver(mailId, again)).toBe("idle");
    after(6);
    expect(await deliver(mailId, again)).toBe("sent");
    expect(again.seen[0]!.id).toBe(mailId);
    expect(await ledger(mailId)).toMatchObject({ status: "sent", attempts: 2 });
  });

  it("is not repeated blindly when its outcome has been unknown for too long: a person decides", async () => {
    const mailId = await queued();
    await execute(claimMail, system(), { mailId });
    after(24 * 60);
    const transport = answering({ kind: "sent", providerId: "x" });
    expect(await deliver(mailId, transport)).toBe("idle");
    expect(transport.seen).toHaveLength(0);
    expect(await ledger(mailId)).toMatchObject({ status: "failed", lastErrorCode: "outcome-unknown" });
  });

  it("does not record what a process says whose claim another has taken over", async () => {
    const mailId = await queued();
    let release: (outcome: Outcome) => void = () => undefined;
    const slow = deliver(mailId, { name: "smtp", send: () => new Promise((resolve) => (release = resolve)) });
    await expect.poll(async () => (await ledger(mailId)).status).toBe("claimed");
    after(6);
    expect(await deliver(mailId, answering({ kind: "sent", providerId: "second" }))).toBe("sent");
    release({ kind: "later", code: "timeout" });
    expect(await slow).toBe("idle");
    expect(await ledger(mailId)).toMatchObject({ status: "sent", providerId: "second" });
  });
});

describe("an address that refuses for good", () => {
  it("gets nothing more until an administrator sends again", async () => {
    const address = "nobody@example.com";
    const first = await queued({ address });
    const second = await queued({ address: "Nobody@Example.com" });
    const transport = answering({ kind: "refused", code: "550", forGood: true }, { kind: "sent", providerId: "x" });
    expect(await deliver(first, transport)).toBe("refused");
    expect(await deliver(second, transport)).toBe("idle");
    expect(await ledger(second)).toMatchObject({ status: "suppressed", lastErrorCode: "bounced" });
    expect(transport.seen).toHaveLength(1);
    await world.north.execute(retryMail, "administrator", { mailId: second });
    expect(await deliver(second, transport)).toBe("sent");
    const again = await refusalOf(world.north.execute(retryMail, "administrator", { mailId: second }));
    expect(again.code).toBe("state");
  });
});

describe("what is due", () => {
  it("is delivered by the sweep, of all organisations", async () => {
    const mailId = await queued();
    const actor: SystemActor = { kind: "system", organisationId: world.south.organisationId, cause: "test" };
    const { output } = await execute(sendMail, actor, {
      template: "notification",
      variables: { text: "South.", href: "/south" },
      to: { personId: world.south.executiveId },
      key: "south",
    });
    after(1);
    expect(await deliverDue()).toBeGreaterThanOrEqual(2);
    expect(await ledger(mailId)).toMatchObject({ status: "delivered", transport: "mailbox" });
    const south = await world.south.ask(oneMail, "administrator", { mailId: output.mailId });
    expect(south.status).toBe("delivered");
    expect(await deliverDue()).toBe(0);
  });
});
