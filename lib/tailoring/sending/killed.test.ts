import { eq, inArray } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { resumeSends } from "@/db/schema/sending";
import { submissions } from "@/db/schema/tailoring";
import { ownStore } from "@/lib/files/testing/own-store";
import { deliverMail } from "@/lib/mail/deliver";
import type { Transport } from "@/lib/mail/rules/outcome";
import { mailStandIns } from "@/lib/mail/testing/stand-ins";
import { resendTransport } from "@/lib/mail/transports/resend";
import { smtpTransport } from "@/lib/mail/transports/smtp";
import { now, setClock } from "@/lib/platform/clock";
import { testWorld } from "@/lib/platform/testing/world";
import type { SendResumes } from "@/lib/tailoring/sending/schemas";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { killed } from "@/lib/tailoring/sending/testing/kill";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";

const world = testWorld();
const storeFolder = ownStore();
const services = mailStandIns();
afterEach(() => setClock(null));

const words = "Eleven years of platforms.\n";
const people = ["Ada", "Ben", "Cleo", "Dan"];

/** A sending of one submission to these people; every call is of another resume. */
async function sending(names: readonly string[], of: string): Promise<SendResumes> {
  const versionId = await tailoredFor(world.north.organisationId, world.north.submissionId, `${words}${of}\n`);
  return {
    items: [{ submissionId: world.north.submissionId, versionId }],
    recipients: names.map((name) => ({ address: `${name.toLowerCase()}.${of}@vendor.example`, name })),
    ...{ subject: "{{candidate.name}}", body: "Hello {{recipient.firstName}}, the resume is attached." },
    ...{ attachments: ["clean"], followUpDays: "", notesOpenings: true },
  };
}

async function die(
  where: string,
  more: { sendings?: SendResumes[]; mailIds?: string[] },
  settings: Record<string, string>,
) {
  const { organisationId, slug } = world.north;
  const { userId } = await world.north.as("recruiter");
  const of = { where, organisationId, slug, userId, storeFolder: storeFolder() };
  return killed({ ...of, ...more }, { DATABASE_URL: world.database.appUrl, ...settings });
}

const overResend = () => ({
  MAIL_TRANSPORT: "resend",
  RESEND_API_KEY: "re_test",
  RESEND_BASE_URL: services.resend.url,
});
const overSmtp = () => ({ MAIL_TRANSPORT: "smtp", SMTP_URL: services.smtp.url });
const throughResend = () => resendTransport({ apiKey: "re_test", baseUrl: services.resend.url });

const ledger = (sent: SendResumes) =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const rows = await tx.select().from(resumeSends).where(eq(resumeSends.versionId, sent.items[0]!.versionId!));
    const ids = rows.flatMap(({ mailId }) => (mailId ? [mailId] : []));
    return ids.length === 0 ? [] : tx.select().from(mailMessages).where(inArray(mailMessages.id, ids));
  });

/** One letter with the resumes of two candidates to one person. */
async function sendingTogether(of: string): Promise<SendResumes> {
  const { organisationId, submissionId, sentSubmissionId, requirementId } = world.north;
  await transaction({ organisationId }, (tx) =>
    tx.update(submissions).set({ requirementId }).where(eq(submissions.id, sentSubmissionId)),
  );
  const items = [];
  for (const id of [submissionId, sentSubmissionId])
    items.push({ submissionId: id, versionId: await tailoredFor(organisationId, id, `${words}${of} ${id}\n`) });
  return { ...(await sending(["Ada"], of)), items, subject: "{{candidates.names}}", together: true };
}

const rowsOf = (sent: SendResumes) =>
  transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select().from(resumeSends).where(eq(resumeSends.recipientAddress, sent.recipients[0]!.address)),
  );

/** What the sweep does a while later, through a transport of the test. */
async function sweptLater(sent: SendResumes, transport: Transport): Promise<void> {
  setClock(new Date(now().getTime() + 6 * 60_000));
  for (const { id } of await ledger(sent)) await deliverMail(world.north.organisationId, id, transport);
}

const fileOf = (raw: string) => raw.replace(/\r\n/g, "").includes(Buffer.from(words).toString("base64").slice(0, 24));

// Each starts a process of the product, which takes a while on a busy machine.
describe("a process that sends resumes and is killed", { timeout: 90_000 }, () => {
  it("before the letters are committed: nothing was sent, and sent again it is one letter each", async () => {
    const sent = await sending(people.slice(0, 2), "writing");
    expect(await die("writing", { sendings: [sent] }, overResend())).toBe("SIGKILL");
    expect(await ledger(sent)).toEqual([]);
    expect(await world.north.execute(sendResumes, "recruiter", sent)).toMatchObject({ queued: 2, known: 0 });
    await sweptLater(sent, throughResend());
    await sweptLater(sent, throughResend());
    expect(
      services.resend.delivered
        .map(({ to }) => to[0])
        .filter((to) => to?.includes(".writing@"))
        .sort(),
    ).toEqual(["ada.writing@vendor.example", "ben.writing@vendor.example"]);
  });

  it("right after: the letters leave by themselves, and pressing again sends none", async () => {
    const sent = await sending(people.slice(0, 2), "written");
    expect(await die("written", { sendings: [sent] }, overResend())).toBe("SIGKILL");
    expect(await world.north.execute(sendResumes, "recruiter", sent)).toMatchObject({ queued: 0, known: 2 });
    await sweptLater(sent, throughResend());
    expect(services.resend.delivered.filter(({ to }) => to[0]?.includes(".written@"))).toHaveLength(2);
  });

  it("between claiming and sending: it leaves once, later, with its file", async () => {
    const sent = await sending(["Ada"], "claimed");
    await world.north.execute(sendResumes, "recruiter", sent);
    const mailIds = (await ledger(sent)).map(({ id }) => id);
    const before = services.smtp.received.length;
    expect(await die("claimed", { mailIds }, overSmtp())).toBe("SIGKILL");
    expect(services.smtp.received).toHaveLength(before);
    await sweptLater(sent, smtpTransport({ url: services.smtp.url }));
    expect(services.smtp.received).toHaveLength(before + 1);
    expect(fileOf(services.smtp.received.at(-1)!.raw)).toBe(true);
    expect(await ledger(sent)).toMatchObject([{ status: "sent", attempts: 2 }]);
  });

  it("between sending and recording: once at a provider with keys; by SMTP again with the same Message-ID", async () => {
    const atProvider = await sending(["Ada"], "provider");
    await world.north.execute(sendResumes, "recruiter", atProvider);
    const before = services.resend.delivered.length;
    expect(await die("sent:1", { mailIds: (await ledger(atProvider)).map(({ id }) => id) }, overResend())).toBe(
      "SIGKILL",
    );
    await sweptLater(atProvider, throughResend());
    expect(services.resend.delivered.length - before).toBe(1);
    expect(await ledger(atProvider)).toMatchObject([{ status: "sent", attempts: 2 }]);

    setClock(null);
    const bySmtp = await sending(["Ada"], "smtp");
    await world.north.execute(sendResumes, "recruiter", bySmtp);
    expect(await die("sent:1", { mailIds: (await ledger(bySmtp)).map(({ id }) => id) }, overSmtp())).toBe("SIGKILL");
    await sweptLater(bySmtp, smtpTransport({ url: services.smtp.url }));
    const mine = services.smtp.received.filter(({ to }) => to[0] === "ada.smtp@vendor.example");
    expect(mine).toHaveLength(2);
    expect(new Set(mine.map(({ raw }) => /^Message-ID: (.*?)\r?$/m.exec(raw)?.[1])).size).toBe(1);
    expect(mine.every(({ raw }) => fileOf(raw))).toBe(true);
  });

  it("with several resumes in one letter: it has all of its rows or none, and is one mail with every file", async () => {
    const sent = await sendingTogether("together");
    expect(await die("writing", { sendings: [sent] }, overSmtp())).toBe("SIGKILL");
    expect(await rowsOf(sent)).toEqual([]);
    expect(await die("written", { sendings: [sent] }, overSmtp())).toBe("SIGKILL");
    const rows = await rowsOf(sent);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ mailId }) => mailId)).size).toBe(1);
    expect(await world.north.execute(sendResumes, "recruiter", sent)).toMatchObject({ letters: 0, known: 2 });
    expect(await die("claimed", { mailIds: [rows[0]!.mailId!] }, overSmtp())).toBe("SIGKILL");
    await sweptLater(sent, smtpTransport({ url: services.smtp.url }));
    await sweptLater(sent, smtpTransport({ url: services.smtp.url }));
    const mine = services.smtp.received.filter(({ to }) => to[0] === "ada.together@vendor.example");
    expect(mine).toHaveLength(1);
    expect(mine[0]!.raw.match(/^Content-Disposition: attachment/gim)).toHaveLength(2);
  });

  it("in the middle of several letters: each arrives once", async () => {
    const sent = await sending(people, "middle");
    await world.north.execute(sendResumes, "recruiter", sent);
    const mailIds = (await ledger(sent)).map(({ id }) => id);
    expect(await die("sent:3", { mailIds }, overResend())).toBe("SIGKILL");
    const statuses = (await ledger(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual(["claimed", "queued", "sent", "sent"]);
    await sweptLater(sent, throughResend());
    await sweptLater(sent, throughResend());
    const arrived = services.resend.delivered.map(({ to }) => to[0]!).filter((to) => to.includes(".middle@"));
    expect(arrived.sort()).toEqual(people.map((name) => `${name.toLowerCase()}.middle@vendor.example`));
    expect(new Set((await ledger(sent)).map(({ status }) => status))).toEqual(new Set(["sent"]));
  });
});
