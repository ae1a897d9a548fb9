import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { executiveProfiles } from "@/db/schema/resumes";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { resumesModule } from "@/lib/resumes/module";
import {
  addPosition,
  addSection,
  editPosition,
  removePosition,
  removeSection,
  restorePosition,
} from "@/lib/resumes/profile/by-hand";
import { writeProfile } from "@/lib/resumes/profile/commands";
import { noFacts } from "@/lib/resumes/profile/facts";
import { ProfileForm, profileInput } from "@/lib/resumes/profile/schemas";
import { profileOf } from "@/lib/resumes/queries";

const world = testWorld();

describe("a profile", () => {
  test("keeps what was written, pay sealed, and says how much is there", async () => {
    const { north } = world;
    const personId = north.executiveId;
    const { version } = await north.ask(profileOf, "executive", { personId });
    const facts = {
      ...noFacts,
      headline: "Finance for companies that grow",
      workFunction: "finance" as const,
      languages: [{ code: "fr", level: "B2" as const }],
      locations: ["Basel", "St. Gallen"],
      noticeWeeks: 0,
      targetPay: { minor: 26_500_000, currency: "CHF" },
    };
    await north.execute(writeProfile, "executive", { personId, expectedVersion: version, ...facts });
    const read = await north.ask(profileOf, "consultant", { personId });
    expect(read.facts).toEqual(facts);
    expect(read.version).toBe(version + 1);
    expect(read.completeness.there).toContain("noticeWeeks");
    const [stored] = await transaction({ organisationId: north.organisationId }, (tx) =>
      tx.select().from(executiveProfiles).where(eq(executiveProfiles.personId, personId)),
    );
    expect(JSON.stringify(stored)).not.toContain("26500000");
  });

  test("of two who write at once the second is told what the first wrote, and nothing is lost", async () => {
    const { north } = world;
    const personId = north.executiveId;
    const { version } = await north.ask(profileOf, "executive", { personId });
    await north.execute(writeProfile, "consultant", {
      personId,
      expectedVersion: version,
      ...noFacts,
      industry: "Food",
    });
    const refusal = await refusalOf(
      north.execute(writeProfile, "executive", { personId, expectedVersion: version, ...noFacts, industry: "Paper" }),
    );
    expect(refusal).toMatchObject({ code: "conflict", details: { current: { industry: "Food" } } });
    expect((await north.ask(profileOf, "executive", { personId })).facts.industry).toBe("Food");
  });

  test("is not for people whose case it is not", async () => {
    const { north } = world;
    const refusal = await refusalOf(north.ask(profileOf, "sponsor", { personId: north.executiveId }));
    expect(["forbidden", "not_found"]).toContain(refusal.code);
  });
});

test("what the form holds becomes what the command takes", () => {
  const typed = {
    headline: "",
    workFunction: "" as const,
    industry: "",
    careerLevel: "" as const,
    languages: [],
    relocation: "" as const,
    goals: "",
    experienceYears: " 22 ",
    locations: "Basel, Zürich;\nGenève,",
    noticeWeeks: "",
    targetPay: { minor: null, currency: "CHF" },
    expectedVersion: 3,
  };
  expect(ProfileForm.safeParse(typed).success).toBe(true);
  expect(profileInput("id", typed)).toMatchObject({
    experienceYears: 22,
    noticeWeeks: null,
    locations: ["Basel", "Zürich", "Genève"],
    targetPay: null,
  });
  expect(ProfileForm.safeParse({ ...typed, experienceYears: "71" }).success).toBe(false);
  expect(ProfileForm.safeParse({ ...typed, noticeWeeks: "-1" }).success).toBe(false);
});

describe("a profile by hand", () => {
  const read = async () => world.north.ask(profileOf, "executive", { personId: world.north.executiveId });

  test("takes positions that are added, corrected, taken away and put back, the present one first", async () => {
    const { north } = world;
    const personId = north.executiveId;
    const { id } = await north.execute(addPosition, "executive", {
      ...{ personId, title: "Plant manager", employer: "Brantholm", starts: "March 2024", ends: "" },
    });
    const first = (await read()).positions[0]!;
    expect(first).toMatchObject({ id, endsKey: "9999-12", startsKey: "2024-01" });
    const words = { id, title: "Plant director", employer: "Brantholm", starts: "2024", ends: "2025" };
    await north.execute(editPosition, "executive", { ...words, expectedVersion: 1 });
    const again = north.execute(editPosition, "consultant", { ...words, expectedVersion: 1 });
    expect((await refusalOf(again)).code).toBe("conflict");
    expect((await read()).positions.find((one) => one.id === id)).toMatchObject({ endsKey: "2025-01" });
    await north.execute(removePosition, "executive", { id });
    expect((await read()).positions.some((one) => one.id === id)).toBe(false);
    await north.execute(restorePosition, "executive", { id });
    expect((await read()).positions.some((one) => one.id === id)).toBe(true);
    expect((await refusalOf(north.execute(removePosition, "other-consultant", { id }))).code).toBe("not_found");
  });

  test("takes a summary in own words, which counts as there", async () => {
    const { north } = world;
    const personId = north.executiveId;
    expect((await read()).completeness.missing).toContain("summary");
    const { id } = await north.execute(addSection, "executive", {
      ...{ personId, kind: "summary", title: "", body: "Plants that must get well again." },
    });
    const { sections, completeness } = await read();
    expect(sections[0]).toMatchObject({ id, body: "Plants that must get well again." });
    expect(completeness.there).toContain("summary");
    await north.execute(removeSection, "executive", { id });
    expect((await read()).completeness.missing).toContain("summary");
  });

  test("goes along whole with who asks for their data, the pay readable", async () => {
    const { organisationId, executiveId } = world.north;
    const taken = await transaction({ organisationId }, (tx) => resumesModule.personalData!.export!(tx, executiveId));
    expect(taken.executive_profiles).toMatchObject([{ personId: executiveId, targetPay: null }]);
    expect(JSON.stringify(taken.executive_profiles)).not.toContain("Encrypted");
  });
});
