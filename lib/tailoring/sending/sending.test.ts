import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditPayloads } from "@/db/schema/audit";
import { mailMessages, mailSuppressions } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { resumeSends } from "@/db/schema/sending";
import { submissions } from "@/db/schema/tailoring";
import { ownStore } from "@/lib/files/testing/own-store";
import { oneMail } from "@/lib/mail/queries";
import { addressHash } from "@/lib/mail/rules/address";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { previewSend, toSend } from "@/lib/tailoring/sending/queries";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { sendingScene } from "@/lib/tailoring/sending/testing/scene";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";
import { oneSubmission } from "@/lib/tailoring/submissions/queries";

const world = testWorld();
ownStore();
const { inNorth, letter, send, sent, set } = sendingScene(world);
beforeAll(set);

const recruiter = async () =>
  (await inNorth((tx) => tx.select().from(people).where(eq(people.name, "Robin Recruiter"))))[0] ?? {
    email: "recruiter@north.example",
  };

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
  });
});
