import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResumeParagraph, ResumeRole, RolePeriod } from "@/lib/resumes/types";
import { parts, scoreOf, type WantedSkill } from "./score";

const today = { year: 2026, month: 11 };
const names = ["Java", "Kafka", "Go"];
const namedIn = (text: string) =>
  names.flatMap((technology) => (text.split(" ").includes(technology) ? [{ technology, written: technology }] : []));

const paragraph = (text: string, index: number): ResumeParagraph => ({
  ...{ index, text, container: "body", copy: "only", list: null, bold: 0, size: null, headingLevel: null },
  rightToLeft: false,
});

const role = (bullets: number[], period: RolePeriod | null): ResumeRole => ({
  ...{ title: null, employer: null, start: null, end: null, period, headerParagraphs: [], bullets },
  ...{ environment: null, confidence: 1, evidence: [] },
});

const years = (from: number, to: number | null): RolePeriod => ({
  start: { year: from, month: 1 },
  end: to === null ? null : { year: to, month: 12 },
  current: to === null,
});

const skill = (technology: string, more: Partial<WantedSkill> = {}): WantedSkill => ({
  ...{ technology, weight: 1, years: null },
  ...more,
});

const score = (texts: string[], roles: ResumeRole[], wanted: WantedSkill[]) =>
  scoreOf({ paragraphs: texts.map(paragraph), roles }, wanted, namedIn, today);

describe("the score", () => {
  test("is 100 for what is named in a recent role, and says where", () => {
    const { value, skills } = score(["Wrote it in Java"], [role([0], years(2020, null))], [skill("Java")]);
    expect(value).toBe(100);
    expect(skills[0]).toMatchObject({ evidence: [{ paragraph: 0, written: "Java" }], roles: [0], months: 83 });
  });

  test("counts each part by itself", () => {
    const old = role([0], years(2001, 2004));
    expect(score(["Java"], [], [skill("Java")]).value).toBe(100 * parts.named);
    expect(score(["Java"], [old], [skill("Java")]).value).toBe(85);
    expect(score(["Java"], [old], [skill("Java", { years: 8 })]).value).toBe(77);
    expect(score(["Kafka"], [], [skill("Java")]).value).toBe(0);
    expect(score(["Java"], [], [skill("Java", { weight: 3 }), skill("Go")]).value).toBe(37);
  });

  test("counts months that two roles share once", () => {
    const roles = [role([0], years(2010, 2012)), role([1], years(2012, 2013))];
    expect(score(["Java", "Java"], roles, [skill("Java")]).skills[0]?.months).toBe(48);
  });

  test("takes nothing related for the thing itself", () => {
    expect(score(["JavaScript"], [], [skill("Java")]).value).toBe(0);
  });

  test("is never lowered by naming a wanted skill once more", () => {
    const period = fc.option(
      fc
        .tuple(fc.integer({ min: 1995, max: 2026 }), fc.nat(12))
        .map(([from, more]) => years(from, Math.min(2026, from + more))),
    );
    const roles = fc.array(fc.tuple(fc.array(fc.constantFrom(...names, "none")), period), { maxLength: 4 });
    const wanted = fc.array(
      fc.record({
        technology: fc.constantFrom(...names),
        weight: fc.constantFrom(0.5, 1, 3),
        years: fc.option(fc.integer({ min: 1, max: 15 })),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(roles, wanted, fc.nat(3), fc.nat(4), (roles, wanted, inRole, which) => {
        const texts: string[] = [];
        const build = (more: string | null) => {
          texts.length = 0;
          const made = roles.map(([said, period], number) => {
            const all = more !== null && number === inRole % roles.length ? [...said, more] : said;
            return role(
              all.map((text) => texts.push(text) - 1),
              period,
            );
          });
          return score([...texts], made, wanted);
        };
        const before = build(null);
        const after = build(wanted[which % wanted.length]!.technology);
        expect(after.value).toBeGreaterThanOrEqual(before.value);
        expect(before.value).toBeGreaterThanOrEqual(0);
        expect(after.value).toBeLessThanOrEqual(100);
      }),
    );
  });
});
