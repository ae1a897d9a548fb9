import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { outbox } from "@/db/schema/platform";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { candidates } from "@/db/schema/tailoring";
import { resumeDocument } from "@/db/seed/resume-document";
import { daniela } from "@/db/seed/world-tailoring";
import { storeFile } from "@/lib/files/store-file";
import { nameKey } from "@/lib/platform/keys";
import { askTogether } from "@/lib/platform/execute";
import { readList, type List, type ListState } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { candidateList } from "@/lib/tailoring/candidates/list";
import { suggestCandidates } from "@/lib/tailoring/candidates/queries";
import { readSkillsAgain } from "@/lib/tailoring/candidates/read-again";
import { addPoint, pastePoints } from "@/lib/tailoring/library/commands";
import { onePoint } from "@/lib/tailoring/library/queries";
import { addRequirement } from "@/lib/tailoring/requirements/commands";
import { requirementList } from "@/lib/tailoring/requirements/list";
import { oneRequirement } from "@/lib/tailoring/requirements/queries";
import { readSource } from "@/lib/tailoring/requirements/read-source";
import { addTechnology, editTechnology, pasteTechnologies, removeTechnology, restoreTechnology } from "./commands";
import { technologyList } from "./list";
import { ownTechnologies } from "./own-technologies";
import { oneTechnology } from "./queries";

const world = testWorld();

const listed = async (list: List, state: ListState) =>
  (await askTogether(await world.north.as("recruiter"), (context) => readList(context, list, state))).rows;

/** What the last change of technologies asked to be read again. */
const askedLast = async (): Promise<string> =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const rows = await tx
      .select({ data: outbox.data })
      .from(outbox)
      .where(eq(outbox.name, "tailoring.technologies-changed"))
      .orderBy(outbox.id);
    return (rows.at(-1)!.data as { of: string }).of;
  });

const readAgain = async () =>
  readSkillsAgain(world.north.organisationId, { of: await askedLast(), after: null, most: 200 });

/** A candidate of the recruiter whose resume was read when nobody knew the technologies of these tests. */
async function candidateWith(name: string, environment: string): Promise<string> {
  const recruiter = await world.north.as("recruiter");
  const [first, ...others] = daniela.positions;
  const content = new Uint8Array(
    await resumeDocument({ ...daniela, name, positions: [{ ...first!, environment }, ...others] }),
  );
  const { fileId } = await storeFile(recruiter, { name: `${name}.docx`, content, trustedKind: "docx" });
  return transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [person] = await tx
      .insert(people)
      .values({ name, nameKey: nameKey(name), status: "known" })
      .returning();
    await tx.insert(candidates).values({ personId: person!.id, ownerPersonId: recruiter.personId });
    await tx.insert(resumes).values({
      ...{ personId: person!.id, fileId, fileName: `${name}.docx`, status: "read", format: "docx", readAt: new Date() },
    });
    return person!.id;
  });
}

test("a requirement that names an own technology finds the candidate whose resume names it otherwise, read before it was known", async () => {
  const candidateId = await candidateWith("Ruben Aldana", "Larkspur Suite, PostgreSQL");
  const mail = "Role: Consultant\nLocation: Basel\nMust have: 3+ years of LarkSpur Core";
  expect((await world.north.execute(readSource, "recruiter", { text: mail })).values.skills).toEqual([]);

  const fields = { name: "Larkspur", aliases: ["Larkspur Core", "Larkspur Suite"], since: "2014" };
  const { id } = await world.north.execute(addTechnology, "recruiter", fields);
  expect(await readAgain()).toMatchObject({ next: null });

  const { values } = await world.north.execute(readSource, "recruiter", { text: mail });
  expect(values.skills).toMatchObject([{ name: "Larkspur", need: "must", years: "3" }]);
  const requirement = await world.north.execute(addRequirement, "recruiter", { ...values, title: "ERP Consultant" });
  const found = await world.north.ask(suggestCandidates, "recruiter", { id: requirement.id });
  expect(found.map(({ personId }) => personId)).toEqual([candidateId]);

  for (const [list, wanted] of [
    [candidateList, candidateId],
    [requirementList, requirement.id],
  ] as const)
    expect((await listed(list, { filters: { skill: "larkspur-suite" } })).map((row) => row.id)).toEqual([wanted]);
  const [row] = await listed(technologyList, { q: "suite" });
  expect(row).toMatchObject({ id, cells: { since: "2014", points: 0, requirements: 1, candidates: 1, kind: "own" } });
  expect(await world.north.ask(oneTechnology, "recruiter", { id })).toMatchObject({
    uses: { points: 0, requirements: 1, candidates: 1 },
  });
});

test("what was written before counts under it at once, keeps its words, and goes back when it is taken away", async () => {
  const point = await world.north.execute(addPoint, "recruiter", { technology: "TG Hub", text: "Ran two hubs." });
  const skills = [{ name: "T.G. Core", need: "must" as const, evidence: "Three years of T.G. Core." }];
  const requirement = await world.north.execute(addRequirement, "recruiter", { title: "Hub engineer", skills });
  const keys = async () => [
    (await world.north.ask(onePoint, "recruiter", { id: point.id })).technologyKey,
    (await world.north.ask(oneRequirement, "recruiter", { id: requirement.id })).skills[0]!.technologyKey,
  ];
  expect(await keys()).toEqual(["tg hub", "t.g. core"]);

  const fields = { name: "Tidegate", aliases: ["tg-hub", "T.G. Core"] };
  const made = await world.north.execute(addTechnology, "recruiter", fields);
  expect(made).toMatchObject({ name: "Tidegate", points: 1, skills: 1 });
  expect(await keys()).toEqual(["tidegate", "tidegate"]);
  expect((await world.north.ask(oneRequirement, "recruiter", { id: requirement.id })).skills).toMatchObject([
    { name: "T.G. Core", evidence: "Three years of T.G. Core." },
  ]);
  // Another name of the same technology makes the same point no second time.
  const again = { text: "Tidegate:\n- Ran two hubs" };
  expect(await world.north.execute(pastePoints, "recruiter", again)).toMatchObject({ added: 0, known: 1 });

  await world.north.execute(removeTechnology, "recruiter", { id: made.id });
  expect(await keys()).toEqual(["tg hub", "t.g. core"]);
  await world.north.execute(restoreTechnology, "recruiter", { id: made.id });
  expect(await keys()).toEqual(["tidegate", "tidegate"]);

  const { version } = await world.north.ask(oneTechnology, "recruiter", { id: made.id });
  const renamed = { id: made.id, expectedVersion: version, name: "Tidegate One", aliases: ["TG Hub"] };
  expect(await world.north.execute(editTechnology, "recruiter", renamed)).toMatchObject({ points: 1, skills: 1 });
  expect(await keys()).toEqual(["tidegate one", "t.g. core"]);
  // The name that it had goes on as a further one.
  expect((await world.north.ask(oneTechnology, "recruiter", { id: made.id })).aliases).toEqual(["TG Hub", "Tidegate"]);
});

test("names that are taken are refused at their field, and further names of what the product knows are taken over", async () => {
  const refused = async (fields: { name: string; aliases?: string[]; since?: string }) => {
    const { code, details } = await refusalOf(world.north.execute(addTechnology, "recruiter", fields));
    return [code, details.field];
  };
  expect(await refused({ name: "ledger-line" })).toEqual(["conflict", "name"]);
  expect(await refused({ name: "k8s" })).toEqual(["conflict", "name"]);
  expect(await refused({ name: "Kite", aliases: ["LL core"] })).toEqual(["conflict", "aliases"]);
  expect(await refused({ name: "Kubernetes", aliases: ["K9s hub"], since: "1999" })).toEqual(["conflict", "since"]);
  expect(await refused({ name: "a, b" })).toEqual(["invalid", "name"]);

  const { id, name } = await world.north.execute(addTechnology, "recruiter", {
    ...{ name: "k8s", aliases: ["Container Estate", "kubernetes"] },
  });
  expect(name).toBe("Kubernetes");
  expect(await world.north.ask(oneTechnology, "recruiter", { id })).toMatchObject({
    ...{ aliases: ["Container Estate"], builtIn: true },
    // The world's own point and requirement.
    uses: { points: 1, requirements: 1 },
  });
  expect((await listed(candidateList, { filters: { skill: "container estate" } })).length).toBeGreaterThan(0);
  const other = { name: "Container Estate" };
  await world.north.execute(removeTechnology, "recruiter", { id });
  await world.north.execute(addTechnology, "recruiter", other);
  const back = refusalOf(world.north.execute(restoreTechnology, "recruiter", { id }));
  expect(await back).toMatchObject({ code: "conflict", details: { field: "aliases" } });
});

test("lines are taken in at once; what is there gets what is new, and each problem is told by its line", async () => {
  const text = "Quillbase: QB (2009)\nLedgerline: LL Books\nJava\nNine: AWS\nLedgerline";
  expect(await world.north.execute(pasteTechnologies, "recruiter", { text })).toMatchObject({
    ...{ added: 1, extended: 1, known: 2 },
    problems: [{ line: 4, message: "“AWS” is a technology of its own." }],
  });
  const { aliases } = await world.north.ask(oneTechnology, "recruiter", { id: world.north.ownTechnologyId });
  expect(aliases).toEqual(expect.arrayContaining(["LL Core", "LL Books"]));
});

test("the list is the same one as long as nothing changes, and nobody else's", async () => {
  const of = (organisationId: string) =>
    transaction({ organisationId, readOnly: true }, (tx) => ownTechnologies({ tx }));
  const north = await of(world.north.organisationId);
  expect(await of(world.north.organisationId)).toBe(north);
  await world.north.execute(addTechnology, "recruiter", { name: "Penstock" });
  const now = await of(world.north.organisationId);
  expect(now.map(({ name }) => name)).toContain("Penstock");
  expect(north.map(({ name }) => name)).not.toContain("Penstock");
  expect((await of(world.south.organisationId)).map(({ name }) => name)).toEqual(["Ledgerline"]);
});

test("an older call to read again leaves it to the newer one, and a lost file stops nobody", async () => {
  await world.north.execute(addTechnology, "recruiter", { name: "Sluicebox" });
  const older = await askedLast();
  await world.north.execute(addTechnology, "recruiter", { name: "Sluicegate" });
  const { organisationId } = world.north;
  expect(await readSkillsAgain(organisationId, { of: older, after: null })).toEqual({ read: 0, left: 0, next: null });
  const lost = await candidateWith("Lost File", "Sluicegate");
  const there = await candidateWith("Kept File", "Sluicegate");
  await transaction({ organisationId }, (tx) =>
    tx.update(resumes).set({ fileId: world.north.organisationId }).where(eq(resumes.personId, lost)),
  );
  for (let after: string | null = null, parts = 0; ; parts++) {
    const done = await readSkillsAgain(organisationId, { of: await askedLast(), after, most: 2 });
    expect(parts).toBeLessThan(20);
    if (done.next === null) break;
    after = done.next;
  }
  const found = (await listed(candidateList, { filters: { skill: "Sluicegate" } })).map((row) => row.id);
  expect(found).toEqual([there]);
});
