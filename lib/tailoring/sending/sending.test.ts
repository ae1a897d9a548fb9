import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { auditPayloads } from "@/db/schema/audit";
import { mailMessages, mailSuppressions } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { resumeSends, sendTemplateEditions, sendTemplates } from "@/db/schema/sending";
import { candidates, requirements, submissions } from "@/db/schema/tailoring";
import { ownStore } from "@/lib/files/testing/own-store";
import { replyToMail } from "@/lib/mail/commands";
import { oneMail } from "@/lib/mail/queries";
import { addressHash } from "@/lib/mail/rules/address";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { tailoringPersonalData } from "@/lib/tailoring/personal-data";
import { newOpenToken, readOpenToken } from "@/lib/tailoring/sending/open-token";
import { previewSend, sendsOf, toSend } from "@/lib/tailoring/sending/queries";
import { remindOfSends } from "@/lib/tailoring/sending/remind";
import type { SendResumes } from "@/lib/tailoring/sending/schemas";
import { noteAnswer, noteOpening, retrySend, setFollowUp, takeBackAnswer } from "@/lib/tailoring/sending/send-commands";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { takeSendAnswer } from "@/lib/tailoring/sending/take-answer";
import { tellUndelivered } from "@/lib/tailoring/sending/tell-undelivered";
import {
  addSendTemplate,
  beginSending,
  editSendTemplate,
  removeSendTemplate,
  restoreSendTemplate,
} from "@/lib/tailoring/sending/template-commands";
import { oneSendTemplate, sendTemplatesThere } from "@/lib/tailoring/sending/template-queries";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";
import { oneSubmission } from "@/lib/tailoring/submissions/queries";

const world = testWorld();
ownStore();

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const system = (): SystemActor => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" });

let versionId: string;
beforeAll(async () => {
  versionId = await tailoredFor(world.north.organisationId, world.north.submissionId, "Daniela, with Kubernetes.\n");
  await inNorth((tx) =>
    tx
      .update(requirements)
      .set({ vendorContact: "Petra Vendor", vendorEmail: "petra@vendor.example" })
      .where(eq(requirements.id, world.north.requirementId)),
  );
});

const letter = (more: Partial<SendResumes> = {}): SendResumes => ({
  items: [{ submissionId: world.north.submissionId }],
  recipients: [],
  subject: "{{candidate.name}} for {{requirement.title}}",
  body: "Hello {{recipient.firstName}},\n\n{{candidate.firstName}} brings {{skills}}.\n\n{{recruiter.name}}",
  attachments: ["clean"],
  followUpDays: "3",
  notesOpenings: true,
  ...more,
});
const send = (more: Partial<SendResumes> = {}, options = {}) =>
  world.north.execute(sendResumes, "recruiter", letter(more), options);
const sent = () => world.north.ask(sendsOf, "recruiter", { id: world.north.submissionId });

describe("sending a resume", () => {
  test("refuses whole, before anything leaves, where a value is missing, and says where it is filled in", async () => {
    const before = await inNorth((tx) => tx.$count(mailMessages));
    const refused = await refusalOf(send({ body: "From {{recruiter.phone}} about {{rate}}" }));
    expect(refused).toMatchObject({ code: "invalid", details: { field: "body" } });
    expect(refused.message).toContain("{{recruiter.phone}}");
    const seen = await world.north.ask(previewSend, "recruiter", {
      ...{ submissionId: world.north.submissionId, subject: "{{start}}", body: "Hello {{recipient.name}}, {{rate}}" },
    });
    expect(seen.missing).toEqual(["start", "rate"]);
    expect(seen.text).toContain("Hello Petra Vendor, [rate]");
    expect(await inNorth((tx) => tx.$count(mailMessages))).toBe(before);
  });

  test("writes to the requirement's contact, with the file, and the submission has been sent", async () => {
    const template = world.north.sendTemplateId;
    const { queued, outcomes } = await send({ templateId: template }, { now: new Date("2026-11-03T22:30:00Z") });
    expect(queued).toBe(1);
    expect(outcomes).toMatchObject([{ address: "petra@vendor.example", became: "queued" }]);
    const [shown] = await sent();
    expect(shown).toMatchObject({
      ...{ recipientName: "Petra Vendor", number: 1, template: "To the vendor", edition: 1, mailStatus: "queued" },
      ...{ subject: "Daniela Ferreira for Staff platform engineer", attachmentKinds: ["clean"] },
      body: expect.stringContaining("Hello Petra,\n\nDaniela brings Kubernetes.") as string,
      // Three days after the third of November, which is still the third at the time in Zurich.
      followUpOn: "2026-11-06",
    });
    const mailId = (await inNorth((tx) => tx.select().from(resumeSends).where(eq(resumeSends.id, shown!.id))))[0]!
      .mailId!;
    const mail = await world.north.ask(oneMail, "administrator", { mailId });
    expect(mail).toMatchObject({
      ...{ toAddress: "petra@vendor.example", replyToAddress: (await recruiter()).email },
      attachments: [{ name: "Daniela Ferreira - Staff platform engineer.docx" }],
    });
    expect(mail.html).toMatch(/<img[^>]+\/api\/opens\//);
    const submission = await world.north.ask(oneSubmission, "recruiter", { id: world.north.submissionId });
    expect(submission.moves.map(({ toStage }) => toStage)).toEqual(["sent", "tailored", "draft"]);
  });

  test("is done once, however often and by however many it is pressed, and under a new version with the same content", async () => {
    const before = await inNorth((tx) => tx.$count(mailMessages));
    const again = await Promise.all([send(), send({ subject: "Other words" }), send({ notesOpenings: false })]);
    expect(again.map(({ known, queued }) => [known, queued])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    await tailoredFor(world.north.organisationId, world.north.submissionId, "Daniela, with Kubernetes.\n");
    expect(await send({ recipients: [{ address: " PETRA@Vendor.example ", name: "P" }] })).toMatchObject({ known: 1 });
    expect(await inNorth((tx) => tx.$count(mailMessages))).toBe(before);
    const both = await Promise.all(
      [1, 2].map(() => send({ recipients: [{ address: "new@vendor.example", name: "New" }] })),
    );
    expect(both.map(({ queued }) => queued).sort()).toEqual([0, 1]);
    expect(await inNorth((tx) => tx.$count(mailMessages))).toBe(before + 1);
  });

  test("sends another resume to the same person, and several to several people", async () => {
    await tailoredFor(world.north.organisationId, world.north.submissionId, "Daniela, with Kubernetes and Go.\n");
    expect(await send()).toMatchObject({ queued: 1 });
    const { outcomes } = await send({
      items: [{ submissionId: world.north.submissionId }, { submissionId: world.north.sentSubmissionId }],
      recipients: [
        { address: "a@vendor.example", name: "Ada" },
        { address: "b@vendor.example", name: "Ben" },
      ],
      body: "Hello {{recipient.firstName}}, {{candidate.name}}.",
    });
    expect(outcomes.map(({ became, address }) => [became, address[0]])).toEqual([
      ["queued", "a"],
      ["queued", "b"],
      ["queued", "a"],
      ["queued", "b"],
    ]);
  });

  test("says that an address refused mail before, and sends to the others", async () => {
    await inNorth((tx) =>
      tx
        .insert(mailSuppressions)
        .values({ addressHash: addressHash("gone@vendor.example"), reason: "bounced", at: new Date() }),
    );
    const { outcomes } = await send({
      recipients: [
        { address: "gone@vendor.example", name: "Gone" },
        { address: "there@vendor.example", name: "There" },
      ],
    });
    expect(outcomes.map(({ became }) => became)).toEqual(["refused", "queued"]);
    expect(outcomes[0]!.message).toContain("refused mail before");
  });

  test("refuses what was not tailored, kinds of file that are not there, and what has ended", async () => {
    expect((await refusalOf(send({ attachments: ["pdf"] }))).details.field).toBe("attachments");
    expect(
      (await refusalOf(send({ items: [{ submissionId: world.north.submissionId, versionId: world.north.fileId }] })))
        .code,
    ).toBe("state");
    await inNorth((tx) =>
      tx.update(submissions).set({ stage: "rejected" }).where(eq(submissions.id, world.north.submissionId)),
    );
    const { outcomes } = await send({ recipients: [{ address: "late@vendor.example", name: "Late" }] });
    expect(outcomes).toMatchObject([{ became: "refused", message: expect.stringContaining("has ended") as string }]);
    await inNorth((tx) =>
      tx.update(submissions).set({ stage: "sent" }).where(eq(submissions.id, world.north.submissionId)),
    );
    expect((await refusalOf(world.north.execute(sendResumes, "executive", letter()))).code).toBe("forbidden");
  });

  test("leaves no word of the letter readable in the database, and none in the trail", async () => {
    const stored = await inNorth(async (tx) =>
      JSON.stringify([await tx.select().from(resumeSends), await tx.select().from(auditPayloads)]),
    );
    expect(stored).not.toMatch(/brings Kubernetes|Daniela Ferreira for Staff/);
  });

  test("shows on its page what can be sent, and nothing of what one does not reach", async () => {
    const page = await world.north.ask(toSend, "recruiter", { submissionIds: [world.north.submissionId] });
    expect(page.sendables[0]).toMatchObject({ vendor: { address: "petra@vendor.example" }, name: "Daniela Ferreira" });
    expect(page.sendables[0]!.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(page.before.length).toBeGreaterThan(0);
    const south = await world.north.ask(toSend, "recruiter", { submissionIds: [world.south.submissionId] });
    expect(south).toMatchObject({ sendables: [], before: [] });
    expect(versionId).not.toBe("");
  });
});

const recruiter = async () =>
  (await inNorth((tx) => tx.select().from(people).where(eq(people.name, "Robin Recruiter"))))[0] ?? {
    email: "recruiter@north.example",
  };

describe("what becomes of it", () => {
  const first = async () => (await sent()).at(-1)!;
  const remind = (day: string) => execute(remindOfSends, system(), {}, { now: new Date(`${day}T09:00:00Z`) });
  const told = (kind: string) =>
    inNorth(async (tx) => (await tx.select().from(notifications)).filter((row) => row.kind === kind).length);

  test("reminds once on the day, anew when the day is moved, and not when there is none", async () => {
    expect((await remind("2026-11-05")).output.reminded).toBe(1);
    const { id } = await first();
    expect(await told("tailoring.follow-up")).toBe(1);
    expect((await remind("2026-11-06")).output.reminded).toBe(1);
    expect((await remind("2026-11-06")).output.reminded).toBe(0);
    await world.north.execute(
      setFollowUp,
      "recruiter",
      { id, followUpOn: "2026-12-01" },
      { now: new Date("2026-11-07T09:00:00Z") },
    );
    expect((await remind("2026-11-30")).output.reminded).toBeGreaterThan(0);
    expect((await remind("2026-11-30")).output.reminded).toBe(0);
    expect(await first()).toMatchObject({ remindedAt: null });
    await world.north.execute(setFollowUp, "recruiter", { id, followUpOn: "" });
    await remind("2026-12-24");
    expect(await first()).toMatchObject({ followUpOn: null, remindedAt: null });
    expect(
      (await refusalOf(world.north.execute(setFollowUp, "recruiter", { id, followUpOn: "2020-01-01" }))).details.field,
    ).toBe("followUpOn");
  });

  test("of a candidate whom nobody may see any more nobody is reminded", async () => {
    const { id } = await first();
    await inNorth((tx) => tx.update(resumeSends).set({ followUpOn: "2026-11-10" }).where(eq(resumeSends.id, id)));
    const hide = (deletedAt: Date | null) =>
      inNorth((tx) => tx.update(candidates).set({ deletedAt }).where(eq(candidates.personId, world.north.candidateId)));
    await hide(new Date());
    const before = await told("tailoring.follow-up");
    await remind("2026-12-28");
    expect(await told("tailoring.follow-up")).toBe(before);
    await hide(null);
    await inNorth((tx) => tx.update(resumeSends).set({ followUpOn: null }).where(eq(resumeSends.id, id)));
  });

  test("an opening is noted the first and the last time, by nobody who guesses", async () => {
    const { id } = await first();
    const { token, hash } = newOpenToken(world.north.organisationId);
    expect(readOpenToken(token)).toEqual({ organisationId: world.north.organisationId, hash });
    expect(readOpenToken(`${token}x`)).toBeNull();
    await inNorth((tx) => tx.update(resumeSends).set({ openTokenHash: hash }).where(eq(resumeSends.id, id)));
    const open = (tokenHash: string, at: string) =>
      execute(noteOpening, system(), { tokenHash }, { now: new Date(at) });
    expect((await open(hash, "2026-11-04T08:00:00Z")).output.noted).toBe(true);
    await open(hash, "2026-11-05T08:00:00Z");
    expect((await open("0".repeat(64), "2026-11-06T08:00:00Z")).output.noted).toBe(false);
    expect(await first()).toMatchObject({
      ...{
        openCount: 2,
        firstOpenedAt: new Date("2026-11-04T08:00:00Z"),
        lastOpenedAt: new Date("2026-11-05T08:00:00Z"),
      },
    });
  });

  test("an answer by mail is put to the letter once, stops the reminder, and is told", async () => {
    const { id } = await first();
    const [row] = await inNorth((tx) => tx.select().from(resumeSends).where(eq(resumeSends.id, id)));
    const { mailId } = await world.north.execute(replyToMail, "administrator", {
      ...{ mailId: row!.mailId!, text: "Tuesday at ten?\n\n> Hello Petra", key: world.north.mailId },
    });
    expect((await execute(takeSendAnswer, system(), { mailId })).output.filed).toBe(true);
    expect((await execute(takeSendAnswer, system(), { mailId })).output.filed).toBe(true);
    expect(await first()).toMatchObject({ answeredHow: "mail", answers: [{ words: "Tuesday at ten?" }] });
    expect(await told("tailoring.resume-answered")).toBe(1);
    expect((await refusalOf(world.north.execute(noteAnswer, "recruiter", { id, note: "" }))).code).toBe("state");
    expect((await refusalOf(world.north.execute(takeBackAnswer, "recruiter", { id }))).code).toBe("state");
  });

  test("an answer by phone is noted by hand, its words sealed, and taken back", async () => {
    const [last] = await sent();
    await world.north.execute(noteAnswer, "recruiter", { id: last!.id, note: "They like her a lot." });
    expect((await sent())[0]).toMatchObject({ answeredHow: "by-hand", answerNote: "They like her a lot." });
    expect(JSON.stringify(await inNorth((tx) => tx.select().from(resumeSends)))).not.toContain("like her");
    await world.north.execute(takeBackAnswer, "recruiter", { id: last!.id });
    expect((await sent())[0]).toMatchObject({ answeredAt: null, answerNote: "" });
  });

  test("a letter that came back is sent again as the same mail", async () => {
    const id = world.north.resumeSendId;
    const [row] = await inNorth((tx) => tx.select().from(resumeSends).where(eq(resumeSends.id, id)));
    const tell = async (mailId: string) => (await execute(tellUndelivered, system(), { mailId })).output.told;
    expect([await tell(row!.mailId!), await tell(row!.mailId!), await tell(world.north.undeliveredMailId)]).toEqual([
      ...[true, true, false],
    ]);
    expect(await told("tailoring.resume-undelivered")).toBe(1);
    await world.north.execute(retrySend, "recruiter", { id });
    const shown = await world.north.ask(sendsOf, "recruiter", { id: world.north.sentSubmissionId });
    expect(shown.find((one) => one.id === id)).toMatchObject({ mailStatus: "queued" });
    expect((await refusalOf(world.north.execute(retrySend, "recruiter", { id }))).code).toBe("state");
  });

  test("goes with the candidate: letters and answers lose their words, whose they were is forgotten", async () => {
    const taken = await inNorth((tx) => tailoringPersonalData.export(tx, world.north.candidateId));
    expect(JSON.stringify(taken.resume_sends)).toContain("Daniela brings Kubernetes");
    await inNorth((tx) => tailoringPersonalData.erase(tx, world.north.candidateId));
    const mails = await inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.templateKey, "letter")));
    expect(mails.some(({ subject }) => subject.includes("Daniela"))).toBe(false);
    const erased = mails.filter(({ subject }) => subject === "erased");
    expect(erased.length).toBeGreaterThan(3);
    expect(erased.every(({ textEncrypted, toAddress }) => textEncrypted === null && toAddress === "erased")).toBe(true);
    expect(await inNorth((tx) => tx.$count(resumeSends, eq(resumeSends.personId, world.north.candidateId)))).toBe(0);
  });
});

describe("templates", () => {
  test("refuse what is not known at its field, keep each edition, and one name once", async () => {
    const fields = {
      name: "Mine",
      subject: "{{candidate.name}}",
      body: "Hello {{recipient.firstName}}",
      followUpDays: "",
    };
    const { id } = await world.north.execute(addSendTemplate, "recruiter", fields);
    const wrong = await refusalOf(
      world.north.execute(addSendTemplate, "recruiter", { ...fields, name: "B", body: "{{candidate.nmae}}" }),
    );
    expect(wrong.code).toBe("invalid");
    expect(JSON.stringify(wrong.details)).toContain("{{candidate.nmae}} is not known");
    expect(
      (await refusalOf(world.north.execute(addSendTemplate, "recruiter", { ...fields, name: "mine" }))).details.field,
    ).toBe("name");
    await world.north.execute(editSendTemplate, "recruiter", {
      id,
      expectedVersion: 1,
      ...fields,
      body: "Dear {{recipient.name}}",
    });
    await world.north.execute(editSendTemplate, "recruiter", {
      id,
      expectedVersion: 2,
      ...fields,
      body: "Dear {{recipient.name}}",
      name: "Mine too",
    });
    const shown = await world.north.ask(oneSendTemplate, "recruiter", { id });
    expect(shown).toMatchObject({
      edition: 2,
      name: "Mine too",
      editions: [{ number: 2 }, { number: 1, body: "Hello {{recipient.firstName}}" }],
    });
    const stale = await refusalOf(
      world.north.execute(editSendTemplate, "recruiter", { id, expectedVersion: 1, ...fields }),
    );
    expect(stale).toMatchObject({ code: "conflict", details: { current: { body: "Dear {{recipient.name}}" } } });
    await world.north.execute(removeSendTemplate, "recruiter", { id });
    expect((await world.north.ask(sendTemplatesThere, "recruiter", {})).map((template) => template.id)).not.toContain(
      id,
    );
    await world.north.execute(restoreSendTemplate, "recruiter", { id });
    expect(
      (await inNorth((tx) => tx.select().from(sendTemplateEditions))).filter(({ templateId }) => templateId === id),
    ).toHaveLength(2);
  });

  test("an organisation begins with some, once; all of them say what is known", async () => {
    expect((await execute(beginSending, system(), {})).output.made).toBe(0);
    const south: SystemActor = { kind: "system", organisationId: world.south.organisationId, cause: "test" };
    await transaction({ organisationId: south.organisationId }, async (tx) => {
      await tx.delete(resumeSends);
      await tx.delete(sendTemplateEditions);
      await tx.delete(sendTemplates);
    });
    expect((await execute(beginSending, south, {})).output.made).toBe(3);
    expect((await execute(beginSending, south, {})).output.made).toBe(0);
  });
});
