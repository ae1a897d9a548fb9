import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { competencyRaters } from "@/db/schema/competencies";
import { links } from "@/db/schema/identity";
import { mailMessages } from "@/db/schema/mail";
import { auditEntries } from "@/db/schema/audit";
import { declineFeedback, openFeedback, saveFeedback, submitFeedback } from "@/lib/competencies/commands/feedback";
import { addCompetency, editCompetency, publishDraft, startDraft } from "@/lib/competencies/commands/framework";
import { saveRating, submitRating } from "@/lib/competencies/commands/ratings";
import { addRater, closeRound, startRound } from "@/lib/competencies/commands/rounds";
import { closeDueRounds, remindRaters } from "@/lib/competencies/commands/sweeps";
import { chooseTarget, saveRole, writeTarget } from "@/lib/competencies/commands/roles";
import { feedbackForm } from "@/lib/competencies/queries/forms";
import { frameworkVersions, oneFramework } from "@/lib/competencies/queries/framework";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import type { Relation } from "@/lib/competencies/types";
import { job } from "@/lib/entry/job";
import { linkToken } from "@/lib/identity/links";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { withdrawProgramme } from "@/lib/programmes/commands/lifecycle";

const world = testWorld();
const visitor = { kind: "visitor", address: "192.0.2.7" } as const;
const day = 86_400_000;
const civil = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const system = () => job(world.north.organisationId, "test");

const overview = (programmeId = world.north.programmeId, role = "executive") =>
  world.north.ask(competencyOverview, role, { programmeId });

/** Starts a round on the programme in its second phase and returns whom was asked, by name. */
async function begin(names: Record<string, Relation>, inDays = 10, fromDays = 0) {
  const { id } = await world.north.execute(
    startRound,
    "consultant",
    {
      programmeId: world.north.secondPhaseProgrammeId,
      deadlineOn: civil(Date.now() + inDays * day),
      raters: Object.entries(names).map(([name, relation]) => ({ name, relation, email: `${name}@elsewhere.example` })),
    },
    { now: new Date(Date.now() + fromDays * day) },
  );
  const rows = await transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select().from(competencyRaters).where(eq(competencyRaters.roundId, id)),
  );
  return { id, rater: Object.fromEntries(rows.map((row) => [row.name, row])) };
}

async function answer(raterId: string, strategy: 1 | 2 | 3 | 4 | 5 | null, keep = "") {
  await system().execute(saveFeedback, { raterId, levels: { strategy, finance: 3 }, keep });
  await system().execute(submitFeedback, { raterId });
}

const mailsTo = (address: string) =>
  transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select({ key: mailMessages.idempotencyKey }).from(mailMessages).where(eq(mailMessages.toAddress, address)),
  );

describe("a rating", () => {
  test("is filled in part by part, is handed in whole, and lies beside the one before", async () => {
    const { programmeId } = world.north;
    await world.north.execute(saveRating, "executive", { programmeId, levels: { strategy: 5 } });
    expect(await overview()).toMatchObject({ side: "self", draft: { answered: 2, total: 2 } });
    await world.north.execute(submitRating, "executive", { programmeId });
    const after = (await overview())!;
    expect(after.draft).toBeNull();
    expect(after.changes.map(({ key, before, after: now }) => [key, before, now])).toEqual([
      ["strategy", 3, 5],
      ["finance", 2, 2],
    ]);
    // A new one begins empty, and is not handed in before all is answered.
    await world.north.execute(saveRating, "executive", { programmeId, levels: { strategy: null } });
    const refusal = await refusalOf(world.north.execute(submitRating, "executive", { programmeId }));
    expect(refusal).toMatchObject({ code: "state" });
    expect(refusal.message).toContain("Financial command");
  });

  test("takes no competency that the framework does not have", async () => {
    const { programmeId } = world.north;
    const attempt = world.north.execute(saveRating, "executive", { programmeId, levels: { charm: 5 } });
    expect((await refusalOf(attempt)).code).toBe("invalid");
  });

  test("is nothing that an administrator, or somebody else's consultant, may see", async () => {
    const { programmeId } = world.north;
    expect((await refusalOf(overview(programmeId, "administrator"))).code).toBe("forbidden");
    expect((await refusalOf(overview(programmeId, "other-consultant"))).code).toBe("not_found");
    expect((await refusalOf(overview(programmeId, "sponsor"))).code).toBe("forbidden");
  });

  test("is measured against the role aimed at", async () => {
    const { programmeId } = world.north;
    const requirements = { finance: { level: 5, importance: 3 } };
    await world.north.execute(writeTarget, "executive", { programmeId, name: "CFO", requirements });
    const { target, gaps } = (await overview())!;
    expect(target).toMatchObject({ name: "CFO", own: true });
    expect(gaps).toMatchObject([{ key: "finance", required: 5, level: 2, weight: 9 }]);
    // Executive and consultant write the same role: the second one sees both versions.
    const again = { programmeId, name: "Finance chief", requirements };
    expect((await refusalOf(world.north.execute(writeTarget, "consultant", again))).code).toBe("conflict");
    await world.north.execute(writeTarget, "consultant", { ...again, expectedVersion: 1 });
    const charm = { ...again, expectedVersion: 2, requirements: { charm: { level: 5, importance: 3 } } };
    expect((await refusalOf(world.north.execute(writeTarget, "consultant", charm))).code).toBe("invalid");
    const unknown = { name: "Charmer", requirements: charm.requirements };
    expect((await refusalOf(world.north.execute(saveRole, "administrator", unknown))).details.field).toBe(
      "requirements",
    );
    await world.north.execute(chooseTarget, "consultant", { programmeId, roleProfileId: world.north.roleProfileId });
    expect((await overview())!.target).toMatchObject({ name: "Chief operating officer", own: false });
  });
});

describe("a round", () => {
  const last = async () => (await overview(world.north.secondPhaseProgrammeId, "consultant"))!.rounds.at(-1)!;

  test("that is closed early with two answers shows neither", async () => {
    const { id, rater } = await begin({ dora: "peer", emil: "report", fay: "manager" });
    await answer(rater.dora!.id, 1, "secret");
    await answer(rater.emil!.id, 1, "secret");
    await world.north.execute(closeRound, "consultant", { roundId: id });
    expect((await last()).released).toMatchObject({ groups: [], keep: [], heldBack: 2 });
    const late = await system().ask(feedbackForm, { raterId: rater.fay!.id });
    expect(late).toMatchObject({ state: "closed", competencies: [] });
  });

  test("forgets what somebody filled in who then says no", async () => {
    const { rater } = await begin({ gus: "peer", hana: "peer", ivo: "peer" });
    await system().execute(saveFeedback, { raterId: rater.gus!.id, keep: "half a thought" });
    await system().execute(declineFeedback, { raterId: rater.gus!.id });
    await answer(rater.hana!.id, 4);
    await answer(rater.ivo!.id, 4);
    expect(await last()).toMatchObject({ closedReason: "complete", answered: 2, declined: 1 });
    expect((await last()).released).toMatchObject({ groups: [], heldBack: 2 });
  });

  test("asks nobody twice, nor the executive, and asks three at least", async () => {
    const { programmeId } = world.north;
    const three = ["a", "b", "c"].map((name) => ({ name, relation: "peer" as const, email: `${name}@x.example` }));
    const start = (raters: typeof three) =>
      world.north.execute(startRound, "executive", { programmeId, deadlineOn: civil(Date.now() + 5 * day), raters });
    expect((await refusalOf(start(three.slice(1)))).code).toBe("invalid");
    expect((await refusalOf(start([...three, { ...three[0]!, email: "A@x.example" }]))).code).toBe("invalid");
    // One is open already.
    expect((await refusalOf(start(three))).code).toBe("state");
    const own = {
      roundId: world.north.roundId,
      name: "Me",
      email: "Executive@north.example",
      relation: "peer" as const,
    };
    expect((await refusalOf(world.north.execute(addRater, "executive", own))).code).toBe("invalid");
  });

  test("is answered by a link, and by nobody of the organisation", async () => {
    const { id, rater } = await begin({ jon: "peer", kim: "peer", lea: "peer" });
    const raterId = rater.jon!.id;
    const token = linkToken(rater.jon!.linkId!);
    const opened = await executeInstallation(openFeedback, visitor, { token });
    expect(opened).toEqual({ organisationId: world.north.organisationId, raterId });
    expect((await refusalOf(world.north.ask(feedbackForm, "consultant", { raterId }))).code).toBe("not_found");
    expect((await refusalOf(world.north.execute(saveFeedback, "consultant", { raterId }))).code).toBe("not_found");
    expect((await refusalOf(executeInstallation(openFeedback, visitor, { token: "x".repeat(43) }))).code).toBe(
      "not_found",
    );
    const stored = await acrossIdentity((tx) => tx.select().from(links).where(eq(links.id, rater.jon!.linkId!)));
    expect(JSON.stringify(stored)).not.toContain(token);
    await world.north.execute(closeRound, "consultant", { roundId: id });
  });

  test("is brought to mind twice at most, and closed when its last day has passed", async () => {
    const { id, rater } = await begin({ mia: "peer", nils: "peer", olga: "peer" }, 10);
    await answer(rater.olga!.id, 4);
    const at = (days: number) => ({ now: new Date(Date.now() + days * day) });
    const sweep = async (days: number) => {
      await world.north.execute(closeDueRounds, "consultant", {}, at(days));
      await world.north.execute(remindRaters, "consultant", {}, at(days));
    };
    for (const days of [1, 5, 7, 7, 8, 9, 9, 10]) await sweep(days);
    expect((await mailsTo("mia@elsewhere.example")).map(({ key }) => key!.split("/")[2]).sort()).toEqual([
      ...["last", "request", "soon"],
    ]);
    expect(await mailsTo("olga@elsewhere.example")).toHaveLength(1);
    expect((await last()).closedAt).toBeNull();
    await sweep(12);
    expect(await last()).toMatchObject({ id, closedReason: "deadline" });
  });
  test("takes no further person after its last day, beyond thirty, or in a programme that has ended", async () => {
    const { id } = await begin({ pia: "peer", quin: "peer", rosa: "peer" }, 10);
    const add = (name: string, days = 0) =>
      world.north.execute(
        addRater,
        "consultant",
        { roundId: id, name, relation: "peer", email: `${name}@more.example` },
        { now: new Date(Date.now() + days * day) },
      );
    expect((await refusalOf(add("late", 12))).code).toBe("state");
    const own = { roundId: id, name: "Me", relation: "peer" as const, email: "Consultant@north.example" };
    expect((await refusalOf(world.north.execute(addRater, "consultant", own))).code).toBe("invalid");
    for (let at = 0; at < 27; at += 1) await add(`more${at}`);
    expect((await refusalOf(add("one-more"))).code).toBe("limit");
    await world.north.execute(closeRound, "consultant", { roundId: id });
  });

  test("shows nothing until the last has answered, and then what three said together", async () => {
    const { rater } = await begin({ ana: "peer", ben: "peer", cleo: "peer" });
    for (const name of ["ana", "ben"]) {
      await answer(rater[name]!.id, 2, `${name} was here`);
      expect(await last()).toMatchObject({ closedAt: null, released: null });
      expect(JSON.stringify(await overview(world.north.secondPhaseProgrammeId, "consultant"))).not.toContain(
        "was here",
      );
    }
    await answer(rater.cleo!.id, 5);
    const { closedReason, released } = await last();
    expect(closedReason).toBe("complete");
    expect(released!.groups).toMatchObject([{ group: "peer", raters: 3, cells: { strategy: { mean: 3, count: 3 } } }]);
    expect([...released!.keep].sort()).toEqual(["ana was here", "ben was here"]);
    expect((await refusalOf(answer(rater.ana!.id, 1))).code).toBe("state");
    // No trail says who has answered, or when.
    const entries = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(auditEntries).where(eq(auditEntries.entityId, rater.ana!.id)),
    );
    expect(entries).toHaveLength(1);
  });

  test("is not followed by another that could be taken from it to find what one person said", async () => {
    const names = { ana: "peer", ben: "peer", cleo: "peer", dana: "peer" } as const;
    expect((await refusalOf(begin(names))).message).toContain("would tell who said what");
    expect(await overview(world.north.secondPhaseProgrammeId, "consultant")).toMatchObject({
      nextRoundFrom: civil(Date.now() + 60 * day),
    });
    await begin(names, 70, 60);
  });

  test("to which too few come takes nothing away of what an earlier one showed", async () => {
    const before = (await overview(world.north.secondPhaseProgrammeId, "consultant"))!;
    await world.north.execute(closeRound, "consultant", { roundId: before.rounds.at(-1)!.id });
    const { competencies } = (await overview(world.north.secondPhaseProgrammeId, "consultant"))!;
    expect(competencies[0]!.views).toMatchObject([{ source: "raters", level: 3, count: 3 }]);
    expect(competencies[0]!.alike).toBe("little");
  });

  test("ends with its programme, and nobody is reminded any more", async () => {
    const { id, rater } = await begin({ uma: "peer", vera: "peer", wim: "peer" }, 64, 61);
    await world.north.execute(withdrawProgramme, "consultant", {
      ...{ id: world.north.secondPhaseProgrammeId, reasonKey: "other", reason: "Moved abroad." },
    });
    const at = { now: new Date(Date.now() + 62 * day) };
    await world.north.execute(remindRaters, "consultant", {}, at);
    expect(await mailsTo("uma@elsewhere.example")).toHaveLength(1);
    await world.north.execute(closeDueRounds, "consultant", {}, at);
    expect(await last()).toMatchObject({ id, closedReason: "early" });
    expect(rater.uma!.state).toBe("invited");
  });
});

describe("a framework", () => {
  test("is never changed once it is published; the next one begins as its copy", async () => {
    const { id } = await world.north.execute(startDraft, "administrator", {});
    expect(id).toBe(world.north.draftFrameworkId);
    const fields = { cluster: "Direction", name: "Strategy", description: "" };
    const said = { level1: "1", level2: "2", level3: "3", level4: "4", level5: "5" };
    await world.north.execute(addCompetency, "administrator", { frameworkId: id, ...fields, ...said });
    await world.north.execute(publishDraft, "administrator", { id, changes: "One more." });
    const { competencies } = await world.north.ask(oneFramework, "administrator", { id });
    expect(competencies.map(({ key }) => key)).toEqual(
      ["strategy", "finance", "strategy-2"].sort((a, b) => order(a) - order(b)),
    );
    const edit = { id: competencies[0]!.id, expectedVersion: 1, ...fields, ...said };
    expect((await refusalOf(world.north.execute(editCompetency, "administrator", edit))).code).toBe("state");
    const next = await world.north.execute(startDraft, "administrator", {});
    expect((await world.north.ask(frameworkVersions, "administrator", {}))[0]).toMatchObject({
      ...{ id: next.id, number: 3, state: "draft", competencies: 3 },
    });
    // What was rated stays in its version.
    expect((await overview())!.framework).toMatchObject({ number: 1, current: false });
  });
});

const order = (key: string) => ["strategy", "finance", "strategy-2"].indexOf(key);
