import { describe, expect, test } from "vitest";
import { p, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { layoutKeyOf } from "@/lib/resumes/marked-roles/layout-key";
import { marksOf } from "@/lib/resumes/marked-roles/marks-of";
import { withMarkedRoles } from "@/lib/resumes/marked-roles/with-marked-roles";
import { openResume } from "@/lib/resumes/read";
import { knownTechnologies } from "./distribution/known-technologies";
import { applyPlan, planFor, type TailoringRequest } from "./tailor-resume";

const request: TailoringRequest = {
  points: [{ technology: "Java", text: "Moved the till to Java 17" }],
  technologies: knownTechnologies(),
  thisYear: 2026,
};

describe("roles that a person clicked", () => {
  const body = [
    p("Ada Ferrante", { size: 40 }),
    p("The corner shop", { size: 28 }),
    p("Sold bread and rolls."),
    p("Market stall", { size: 28 }),
    p("Counted the till.", { bold: true }),
    p("Weighed apples.", { bold: true }),
  ].join("");

  test("take points in, where before there was no role to write into", async () => {
    const open = await openResume(writeDocx({ body }), "a.docx");
    expect(() => planFor(open, request)).toThrow(expect.objectContaining({ code: "no-roles" }));
    const marked = withMarkedRoles(open, marksOf(open, { headers: [1, 3], bullets: [2, 4] }));
    const points = [...request.points, { technology: "SQL", text: "Kept the prices in SQL" }];
    const decided = new Map([
      [0, { role: 0 }],
      [1, { role: 1, after: 5 }],
    ]);
    const plan = planFor(marked, { ...request, points, decided });
    expect(plan.placed.map(({ point, role, after }) => [point, role, after])).toEqual([
      [0, 0, 2],
      [1, 1, 5],
    ]);
    const { bytes, proof } = applyPlan(marked, plan, points);
    expect(proof).toBeTruthy();
    const written = await openResume(bytes, "a.docx");
    expect(layoutKeyOf(written)).toBe(layoutKeyOf(open));
    expect(written.reading.paragraphs.map(({ text }) => text)).toEqual([
      "Ada Ferrante",
      "The corner shop",
      "Sold bread and rolls.",
      "Moved the till to Java 17",
      "Market stall",
      "Counted the till.",
      "Weighed apples.",
      "Kept the prices in SQL",
    ]);
  });

  test("take points in without a person's word on each", async () => {
    const open = await openResume(writeDocx({ body }), "a.docx");
    const marked = withMarkedRoles(open, marksOf(open, { headers: [1, 3], bullets: [2, 4] }));
    expect(planFor(marked, request).placed).toHaveLength(1);
  });
});
