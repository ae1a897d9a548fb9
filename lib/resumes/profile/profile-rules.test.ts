import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completenessOf, profileParts } from "@/lib/resumes/profile/completeness";
import { languageLevels, noFacts, readLanguage, writeLanguage, type ProfileFacts } from "@/lib/resumes/profile/facts";
import { suggestFacts } from "@/lib/resumes/profile/suggest";

const facts = fc.record<ProfileFacts>({
  headline: fc.constantFrom("", "Chief Financial Officer"),
  workFunction: fc.constantFrom("", "finance"),
  industry: fc.constantFrom("", "Packaging"),
  careerLevel: fc.constantFrom("", "executive"),
  experienceYears: fc.option(fc.nat(70), { nil: null }),
  languages: fc.constantFrom([], [{ code: "de", level: "C2" as const }]),
  locations: fc.constantFrom([], ["Basel"]),
  relocation: fc.constantFrom("", "region"),
  noticeWeeks: fc.option(fc.nat(104), { nil: null }),
  goals: fc.constantFrom("", "Lead a turnaround once more."),
  targetPay: fc.option(fc.constant({ minor: 24_000_000, currency: "CHF" }), { nil: null }),
});

describe("how complete a profile is", () => {
  test("each part is there or missing, once, and nothing that is added takes away from it", () => {
    fc.assert(
      fc.property(facts, fc.nat(3), fc.subarray(["summary", "education", "skills"]), (said, positions, sections) => {
        const { there, missing } = completenessOf({ facts: said, positions, sections });
        expect([...there, ...missing].sort()).toEqual([...profileParts].sort());
        const more = completenessOf({ facts: said, positions: positions + 1, sections: [...sections, "summary"] });
        expect(there.every((part) => more.there.includes(part))).toBe(true);
      }),
    );
  });

  test("zero years and a notice of zero weeks are said", () => {
    const { there } = completenessOf({
      facts: { ...noFacts, experienceYears: 0, noticeWeeks: 0 },
      positions: 0,
      sections: [],
    });
    expect(there).toEqual(["experienceYears", "noticeWeeks"]);
  });

  test("positions come first: everything else is proposed from them", () => {
    expect(completenessOf({ facts: noFacts, positions: 0, sections: [] }).missing[0]).toBe("positions");
  });
});

describe("what a career proposes", () => {
  const now = new Date("2026-11-21T09:00:00Z");
  const held = (title: string, startsKey: string, endsKey: string) => ({
    title,
    employer: "Corvane",
    startsKey,
    endsKey,
  });

  test("headline, function and level of the latest position, and the years since the first", () => {
    expect(
      suggestFacts(
        [held("Sales Manager", "2004-03", "2011-06"), held("Chief Financial Officer", "2011-07", "9999-12")],
        now,
      ),
    ).toEqual({
      headline: "Chief Financial Officer",
      workFunction: "finance",
      careerLevel: "executive",
      experienceYears: 22,
    });
  });

  test.each([
    ["VP Operations", "operations", "senior"],
    ["Head of Procurement", "supply-chain", "head"],
    ["Director of Marketing", "marketing", "director"],
    ["General Counsel", "legal", "executive"],
    ["SVP Supply Chain", "supply-chain", "senior"],
    ["Chief Information Officer", "technology", "executive"],
    ["Managing Director", "general-management", "executive"],
  ])("%s", (title, workFunction, careerLevel) => {
    expect(suggestFacts([held(title, "", "")], now)).toEqual({ headline: title, workFunction, careerLevel });
  });

  test("nothing is made up: no positions, no proposal; a year in the future says nothing", () => {
    expect(suggestFacts([], now)).toEqual({});
    expect(suggestFacts([held("", "2031-01", "")], now)).toEqual({});
  });

  test("is the same in whatever order the positions come", () => {
    const career = [
      held("VP Sales", "2015-01", "2020-01"),
      held("CEO", "2020-02", "9999-12"),
      held("Trainee", "1999-08", "2001-01"),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(career, { minLength: 3 }), (shuffled) => {
        expect(suggestFacts(shuffled, now)).toEqual(suggestFacts(career, now));
      }),
    );
  });
});

test("a language is read as it was written", () => {
  fc.assert(
    fc.property(fc.constantFrom("de", "en", "ar"), fc.constantFrom(...languageLevels), (code, level) => {
      expect(readLanguage(writeLanguage({ code, level }))).toEqual({ code, level });
    }),
  );
});
