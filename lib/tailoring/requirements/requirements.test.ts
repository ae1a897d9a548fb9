import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { auditPayloads } from "@/db/schema/audit";
import { requirements, requirementSkills } from "@/db/schema/tailoring";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import {
  addRequirement,
  editRequirement,
  removeRequirement,
  restoreRequirement,
  setRequirementStatus,
} from "@/lib/tailoring/requirements/commands";
import { requirementList } from "@/lib/tailoring/requirements/list";
import { oneRequirement } from "@/lib/tailoring/requirements/queries";

const world = testWorld();

const words = "We need five years of Rust, and somebody who stays calm.";
const asked = {
  title: "Kernel engineer",
  clientName: "Halden Marine",
  candidatesBy: "2026-12-01",
  rateFrom: "92.50",
  rateTo: "110",
  description: words,
  skills: [
    { name: "Rust", need: "must" as const, years: "5", evidence: "five years of Rust" },
    { name: "Linux", need: "nice" as const },
  ],
};

const stored = async (id: string) =>
  transaction({ organisationId: world.north.organisationId, readOnly: true }, async (tx) => ({
    row: (await tx.select().from(requirements).where(eq(requirements.id, id)))[0]!,
    skills: await tx.select().from(requirementSkills).where(eq(requirementSkills.requirementId, id)),
    trail: JSON.stringify(await tx.select().from(auditPayloads)),
  }));

test("a requirement is kept with its skills; its words are sealed, in the trail too", async () => {
  const { id } = await world.north.execute(addRequirement, "recruiter", asked);
  const shown = await world.north.ask(oneRequirement, "recruiter", { id });
  expect(shown).toMatchObject({
    ...{ title: "Kernel engineer", rateFromMinor: 9250, rateToMinor: 11_000, description: words, status: "open" },
    owner: (await world.north.as("recruiter")).name,
    skills: [
      { name: "Rust", need: "must", years: 5, evidence: "five years of Rust" },
      { name: "Linux", need: "nice", years: null, evidence: "" },
    ],
  });
  const { row, skills, trail } = await stored(id);
  expect(JSON.stringify([row, skills])).not.toContain("five years");
  expect(trail).toContain("Kernel engineer");
  expect(trail).not.toContain("five years");
});

test("an edit puts the skills as they are typed and leaves what stays as it is sealed", async () => {
  const { id } = await world.north.execute(addRequirement, "recruiter", asked);
  const before = await stored(id);
  await world.north.execute(editRequirement, "recruiter", {
    ...{ ...asked, id, expectedVersion: 1, title: "Kernel lead" },
    skills: [asked.skills[0]!, { name: "C++", need: "must" }],
  });
  const after = await stored(id);
  expect(after.row.descriptionEncrypted).toBe(before.row.descriptionEncrypted);
  const names = (rows: typeof after.skills) => rows.map(({ name }) => name).sort();
  expect(names(after.skills)).toEqual(["C++", "Rust"]);
  const rust = (rows: typeof after.skills) => rows.find(({ name }) => name === "Rust")!;
  expect(rust(after.skills)).toEqual(rust(before.skills));
  const stale = world.north.execute(editRequirement, "recruiter", { ...asked, id, expectedVersion: 1 });
  const { code, details } = await refusalOf(stale);
  expect(code).toBe("conflict");
  expect(details.current).toMatchObject({ title: "Kernel lead", rateFrom: "92.50", description: words });
});

test("the same skill twice, ends of a rate the wrong way round and a team of somebody else are told at their fields", async () => {
  const add = (more: object) => refusalOf(world.north.execute(addRequirement, "recruiter", { ...asked, ...more }));
  const twice = [...asked.skills, { name: "rust", need: "nice" as const }];
  expect((await add({ skills: twice })).details.field).toBe("skills.2.name");
  expect((await add({ rateFrom: "120" })).details.field).toBe("rateTo");
  expect((await add({ candidatesBy: "2026-02-30x" })).details.fields).toHaveProperty("candidatesBy");
});

test("a status goes where it can, back with undo, and what is over is opened first", async () => {
  const { id } = await world.north.execute(addRequirement, "recruiter", asked);
  await world.north.execute(setRequirementStatus, "recruiter", { id, status: "filled" });
  const on = refusalOf(world.north.execute(setRequirementStatus, "recruiter", { id, status: "on-hold" }));
  expect((await on).code).toBe("state");
  await world.north.execute(setRequirementStatus, "recruiter", { id, status: "open" });
  await world.north.execute(removeRequirement, "recruiter", { id });
  expect((await refusalOf(world.north.ask(oneRequirement, "recruiter", { id }))).code).toBe("not_found");
  await world.north.execute(restoreRequirement, "recruiter", { id });
  expect((await world.north.ask(oneRequirement, "recruiter", { id })).status).toBe("open");
});

test("the list begins with what is due first; what nobody waits for stands last", async () => {
  const { id } = await world.north.execute(addRequirement, "recruiter", { ...asked, candidatesBy: "2026-11-01" });
  const { id: done } = await world.north.execute(addRequirement, "recruiter", { ...asked, candidatesBy: "2026-10-01" });
  await world.north.execute(setRequirementStatus, "recruiter", { id: done, status: "closed" });
  const page = await askTogether(await world.north.as("recruiter"), (context) =>
    readList(context, requirementList, {}),
  );
  expect(page.rows[0]!.id).toBe(id);
  const place = (of: string) => page.rows.findIndex((row) => row.id === of);
  expect(place(done)).toBeGreaterThan(place(world.north.requirementId));
});

test("nobody but recruiters reads it, and no other organisation", async () => {
  const read = (role: string, id: string) => refusalOf(world.north.ask(oneRequirement, role, { id }));
  for (const role of ["administrator", "consultant", "executive", "sponsor"])
    expect((await read(role, world.north.requirementId)).code).toBe("forbidden");
  expect((await read("recruiter", world.south.requirementId)).code).toBe("not_found");
});
