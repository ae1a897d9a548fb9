import { eq, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { mailMessages } from "@/db/schema/mail";
import { roleAssignments } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { resumeSends } from "@/db/schema/sending";
import { candidates } from "@/db/schema/tailoring";
import { ownStore } from "@/lib/files/testing/own-store";
import { replyToMail } from "@/lib/mail/commands";
import { organisationSettings, updateSettings } from "@/lib/organisations/commands/settings";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { tailoringPersonalData } from "@/lib/tailoring/personal-data";
import { newOrganisationToken, readOrganisationToken } from "@/lib/platform/organisation-token";
import { sendsOf, toSend } from "@/lib/tailoring/sending/queries";
import { remindOfSends } from "@/lib/tailoring/sending/remind";
import { noteAnswer, noteOpening, retrySend, setFollowUp, takeBackAnswer } from "@/lib/tailoring/sending/send-commands";
import { takeSendAnswer } from "@/lib/tailoring/sending/take-answer";
import { tellUndelivered } from "@/lib/tailoring/sending/tell-undelivered";
import { sendingScene } from "@/lib/tailoring/sending/testing/scene";

const world = testWorld();
ownStore();
const { inNorth, system, send, sent, set } = sendingScene(world);
beforeAll(async () => {
  await set();
  await send({}, { now: new Date("2026-11-03T22:30:00Z") });
  const others = ["new", "a", "b"].map((who) => ({ address: `${who}@vendor.example`, name: who }));
  await send({ recipients: others }, { now: new Date("2026-11-21T09:00:00Z") });
});

describe("what becomes of it", () => {
  const first = async () => (await sent()).at(-1)!;
  const remind = (day: string) => execute(remindOfSends, system(), {}, { now: new Date(`${day}T09:00:00Z`) });
  const told = (kind: string) =>
    inNorth(async (tx) => (await tx.select().from(notifications)).filter((row) => row.kind === kind).length);

  test("reminds once on the day, anew when the day is moved, and not when there is none", async () => {
    // The first letter never arrived, as its sender was told: nobody owes it an answer.
    expect((await remind("2026-11-05")).output.reminded).toBe(0);
    const { id } = await first();
    expect(await told("tailoring.follow-up")).toBe(0);
    expect((await remind("2026-11-06")).output.reminded).toBe(1);
    expect(await told("tailoring.follow-up")).toBe(1);
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

  test("who may not see candidates any more hears nothing of a letter that they sent", async () => {
    const { id } = await first();
    const [row] = await inNorth((tx) => tx.select().from(resumeSends).where(eq(resumeSends.id, id)));
    const due = (followUpOn: string | null) =>
      inNorth((tx) => tx.update(resumeSends).set({ followUpOn }).where(eq(resumeSends.id, id)));
    const held = eq(roleAssignments.personId, row!.sentByPersonId!);
    const hold = (deletedAt: Date | null) => inNorth((tx) => tx.update(roleAssignments).set({ deletedAt }).where(held));
    await due("2026-11-10");
    await hold(new Date());
    const before = await told("tailoring.follow-up");
    expect((await remind("2026-12-28")).output.reminded).toBe(1);
    expect(await told("tailoring.follow-up")).toBe(before);
    await hold(null);
    await due(null);
  });

  test("an opening is noted the first and the last time, by nobody who guesses", async () => {
    const { id } = await first();
    const { token, hash } = newOrganisationToken(world.north.organisationId);
    expect(readOrganisationToken(token)).toEqual({ organisationId: world.north.organisationId, hash });
    expect(readOrganisationToken(`${token}x`)).toBeNull();
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

  test("an opening is neither asked for nor noted where the organisation does not", async () => {
    const { slug } = world.north;
    const settings = await world.north.ask(organisationSettings, "administrator", {});
    const save = (notesOpenings: boolean, expectedVersion: number) =>
      world.north.execute(updateSettings, "administrator", {
        ...{ name: settings.name, slug, locale: settings.locale, timeZone: settings.timeZone },
        ...{ currency: settings.currency, accent: settings.accent ?? "", notesOpenings, expectedVersion },
      });
    const [row] = await inNorth((tx) => tx.select().from(resumeSends).where(isNotNull(resumeSends.openTokenHash)));
    const count = async () =>
      (await inNorth((tx) => tx.select().from(resumeSends).where(eq(resumeSends.id, row!.id))))[0]!.openCount;
    const before = await count();
    await save(false, settings.version);
    const refused = await refusalOf(send({ recipients: [{ address: "seen@vendor.example", name: "Sena" }] }));
    expect(refused).toMatchObject({ code: "state" });
    expect(await execute(noteOpening, system(), { tokenHash: row!.openTokenHash! })).toMatchObject({
      output: { noted: false },
    });
    expect((await world.north.ask(toSend, "recruiter", { submissionIds: [world.north.submissionId] })).openings).toBe(
      false,
    );
    await save(true, settings.version + 1);
    expect(await count()).toBe(before);
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

  test("an answer by mail counts when one that was noted by hand before it is taken back", async () => {
    const { id } = (await sent())[1]!;
    const [row] = await inNorth((tx) => tx.select().from(resumeSends).where(eq(resumeSends.id, id)));
    await world.north.execute(noteAnswer, "recruiter", { id, note: "" });
    const { mailId } = await world.north.execute(replyToMail, "administrator", {
      ...{ mailId: row!.mailId!, text: "Wednesday.", key: id },
    });
    await execute(takeSendAnswer, system(), { mailId });
    await world.north.execute(takeBackAnswer, "recruiter", { id });
    expect((await sent())[1]).toMatchObject({ answeredHow: "mail", answers: [{ words: "Wednesday." }] });
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
