import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { fileContents } from "@/db/schema/files";
import { mailAttachments, mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { resumeSends } from "@/db/schema/sending";
import { submissions } from "@/db/schema/tailoring";
import { ownStore } from "@/lib/files/testing/own-store";
import { replyToMail } from "@/lib/mail/commands";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { tailoringPersonalData } from "@/lib/tailoring/personal-data";
import { previewSend, sendsOf } from "@/lib/tailoring/sending/queries";
import { remindOfSends } from "@/lib/tailoring/sending/remind";
import { noteAnswer, noteOpening, setFollowUp, takeBackAnswer } from "@/lib/tailoring/sending/send-commands";
import { takeSendAnswer } from "@/lib/tailoring/sending/take-answer";
import { sendingScene } from "@/lib/tailoring/sending/testing/scene";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";

const world = testWorld();
ownStore();
const { inNorth, send, set, system } = sendingScene(world);
/** Two submissions of one requirement. */
let both: [string, string];

const together = {
  subject: "{{requirement.title}}: {{candidates.names}}",
  body: "Hello {{recipient.firstName}},\n\n{{candidates.count}}:\n{{candidates.list}}",
  together: true,
};
const petra = { address: "petra@both.example", name: "Petra Both" };
const items = () => both.map((submissionId) => ({ submissionId }));
const rowsTo = (address: string) =>
  inNorth((tx) =>
    tx.select().from(resumeSends).where(eq(resumeSends.recipientAddress, address)).orderBy(resumeSends.submissionId),
  );
const told = (kind: string) => inNorth((tx) => tx.select().from(notifications).where(eq(notifications.kind, kind)));
const sentOf = (id: string, address: string) =>
  world.north
    .ask(sendsOf, "recruiter", { id })
    .then((sends) => sends.find(({ recipientAddress }) => recipientAddress === address)!);

beforeAll(async () => {
  await set();
  const { organisationId, submissionId, sentSubmissionId, requirementId } = world.north;
  await inNorth((tx) => tx.update(submissions).set({ requirementId }).where(eq(submissions.id, sentSubmissionId)));
  await tailoredFor(organisationId, sentSubmissionId, "Tobias, with Terraform.\n");
  both = [submissionId, sentSubmissionId];
});

describe("one letter with all resumes", () => {
  test("names the candidates, holds every file, moves each on, and is one mail", async () => {
    const done = await send({ ...together, items: items(), recipients: [petra] });
    expect(done).toMatchObject({ letters: 1, queued: 2, known: 0, refused: 0 });
    const rows = await rowsTo(petra.address);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ mailId }) => mailId)).size).toBe(1);
    const [mail] = await inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.id, rows[0]!.mailId!)));
    expect(mail!.subject).toMatch(/: Daniela .+ and Tobias Wennergren$/);
    const files = await inNorth((tx) =>
      tx.select().from(mailAttachments).where(eq(mailAttachments.mailId, rows[0]!.mailId!)),
    );
    expect(files).toHaveLength(2);
    expect(new Set(files.map(({ name }) => name)).size).toBe(2);
    const stages = await inNorth((tx) =>
      tx.select({ stage: submissions.stage }).from(submissions).where(inArray(submissions.id, both)),
    );
    expect(stages.some(({ stage }) => ["draft", "tailored"].includes(stage))).toBe(false);
    const shown = await sentOf(both[0], petra.address);
    expect(shown.together).toEqual({ names: ["Tobias Wennergren"], hidden: 0 });
    expect(shown.body).toMatch(/2:\n• Daniela .+\n• Tobias Wennergren/);
  });

  test("again it sends nothing; whoever has one of the resumes gets the others alone", async () => {
    expect(await send({ ...together, items: items(), recipients: [petra] })).toMatchObject({ letters: 0, known: 2 });
    const otto = { address: "otto@both.example", name: "Otto Both" };
    await send({ items: [{ submissionId: both[0] }], recipients: [otto], body: "Hello" });
    const done = await send({ ...together, items: items(), recipients: [otto] });
    expect(done).toMatchObject({ letters: 1, queued: 1, known: 1 });
    expect(done.outcomes.find(({ became }) => became === "known")!.submissionId).toBe(both[0]);
    expect((await sentOf(both[1], otto.address)).body).toMatch(/1:\n• Tobias Wennergren/);
  });

  test("pressed twice at the same moment it is one letter", async () => {
    const ada = { address: "ada@both.example", name: "Ada Both" };
    const [one, other] = await Promise.all([
      send({ ...together, items: items(), recipients: [ada] }),
      send({ ...together, items: items().reverse(), recipients: [ada] }),
    ]);
    expect(one.queued + other.queued).toBe(2);
    expect(one.letters + other.letters).toBe(1);
    expect(new Set((await rowsTo(ada.address)).map(({ mailId }) => mailId)).size).toBe(1);
  });

  test("is refused whole: with a value of one candidate, a list in the subject, a missing name, an end, files too large", async () => {
    const nobody = { address: "nobody@both.example", name: "Nobody" };
    const attempt = (more: object) => refusalOf(send({ ...together, items: items(), recipients: [nobody], ...more }));
    expect(await attempt({ body: "About {{candidate.name}}" })).toMatchObject({ code: "invalid" });
    expect(await attempt({ subject: "{{candidates.list}}" })).toMatchObject({ code: "invalid" });
    expect(await attempt({ recipients: [{ ...nobody, name: "" }] })).toMatchObject({ code: "invalid" });
    await inNorth((tx) => tx.update(submissions).set({ stage: "rejected" }).where(eq(submissions.id, both[1])));
    const done = await send({ ...together, items: items(), recipients: [nobody] });
    expect(done).toMatchObject({ letters: 0, refused: 2 });
    expect(done.outcomes[0]!.message).toContain("Tobias Wennergren has ended");
    await inNorth((tx) => tx.update(submissions).set({ stage: "sent" }).where(eq(submissions.id, both[1])));
    await inNorth((tx) => tx.update(fileContents).set({ size: 10 * 1024 * 1024 }));
    expect(await attempt({})).toMatchObject({ code: "limit", message: expect.stringContaining("20 MB") as string });
    await inNorth((tx) => tx.update(fileContents).set({ size: 30 }));
    expect(await rowsTo(nobody.address)).toEqual([]);
  });

  test("openings, reminders and answers are of the letter, so of every resume in it", async () => {
    const [first, second] = await rowsTo(petra.address);
    expect(first!.openTokenHash).toBe(second!.openTokenHash);
    await execute(
      noteOpening,
      system(),
      { tokenHash: first!.openTokenHash! },
      { now: new Date("2026-11-10T08:00:00Z") },
    );
    expect((await rowsTo(petra.address)).map(({ openCount }) => openCount)).toEqual([1, 1]);
    await world.north.execute(setFollowUp, "recruiter", { id: second!.id, followUpOn: "2035-03-01" });
    await inNorth((tx) => tx.update(submissions).set({ stage: "sent" }).where(inArray(submissions.id, both)));
    await inNorth((tx) =>
      tx
        .update(resumeSends)
        .set({ followUpOn: null })
        .where(and(eq(resumeSends.recipientAddress, "otto@both.example"))),
    );
    const before = (await told("tailoring.follow-up")).length;
    await execute(remindOfSends, system(), {}, { now: new Date("2035-03-02T08:00:00Z") });
    const reminders = (await told("tailoring.follow-up")).slice(before).map(({ data }) => data as { name: string });
    expect(reminders.filter(({ name }) => / and Tobias Wennergren$/.test(name)).length).toBeGreaterThan(0);
    expect((await rowsTo(petra.address)).every(({ remindedAt }) => remindedAt !== null)).toBe(true);

    await world.north.execute(noteAnswer, "recruiter", { id: first!.id, note: "Both, please." });
    expect((await rowsTo(petra.address)).map(({ answeredHow }) => answeredHow)).toEqual(["by-hand", "by-hand"]);
    await world.north.execute(takeBackAnswer, "recruiter", { id: second!.id });
    expect((await rowsTo(petra.address)).map(({ answeredHow }) => answeredHow)).toEqual([null, null]);
    const { mailId } = await world.north.execute(replyToMail, "administrator", {
      ...{ mailId: first!.mailId!, text: "Tobias on Monday?", key: world.north.mailId },
    });
    await execute(takeSendAnswer, system(), { mailId });
    expect((await rowsTo(petra.address)).map(({ answeredHow }) => answeredHow)).toEqual(["mail", "mail"]);
    expect((await sentOf(both[1], petra.address)).answers).toMatchObject([{ words: "Tobias on Monday?" }]);
  });

  test("is shown before as it will leave", async () => {
    const shown = await world.north.ask(previewSend, "recruiter", {
      ...{ submissionId: both[0], together: both, recipient: petra },
      ...{ subject: "{{candidates.names}}", body: "{{candidates.list}} {{skills}}" },
    });
    expect(shown.subject).toMatch(/^Daniela .+ and Tobias Wennergren$/);
    expect(shown.missing).toEqual(["skills"]);
  });

  test("goes with one of its candidates: the others keep that it was sent, and no words of it", async () => {
    const [row] = await rowsTo(petra.address).then((rows) =>
      rows.filter(({ submissionId }) => submissionId === both[0]),
    );
    const taken = await inNorth((tx) => tailoringPersonalData.export(tx, row!.personId));
    expect(JSON.stringify(taken.resume_sends)).not.toContain("Tobias");
    await inNorth((tx) => tailoringPersonalData.erase(tx, row!.personId));
    expect(await rowsTo(petra.address)).toHaveLength(1);
    expect(await sentOf(both[1], petra.address)).toMatchObject({ subject: "", body: "", together: null });
    const [mail] = await inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.id, row!.mailId!)));
    expect(mail).toMatchObject({ subject: "erased", textEncrypted: null });
  });
});
