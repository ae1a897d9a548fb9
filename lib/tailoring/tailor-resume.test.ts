import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bullet, contentControl, heading, p, table, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { generatedResumes } from "@/lib/resumes/fixtures/generated-resumes";
import { labelsOf } from "@/lib/resumes/fixtures/labelled-set";
import { layoutKeyOf } from "@/lib/resumes/marked-roles/layout-key";
import { marksOf } from "@/lib/resumes/marked-roles/marks-of";
import { withMarkedRoles } from "@/lib/resumes/marked-roles/with-marked-roles";
import { openResume, type OpenResume } from "@/lib/resumes/read";
import { tellFigures } from "@/lib/platform/testing/tell-figures";
import { knownTechnologies } from "./distribution/known-technologies";
import type { Plan } from "./distribution/plan";
import { TailoringRefused } from "./refused";
import { applyPlan, planFor, type TailoringRequest } from "./tailor-resume";

const request: TailoringRequest = {
  points: [{ technology: "Java", text: "Moved the till to Java" }],
  technologies: knownTechnologies(),
  thisYear: 2026,
};

const author = { name: "Dario", date: "2026-11-21T09:00:00Z" };

/** A plan, or why there is none: nothing can go behind any duty of some generated documents. */
function planned(plan: () => Plan): Plan | string {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof TailoringRefused) || error.code === "no-roles" || error.code === "uncertain-roles")
      throw error;
    return error.code;
  }
}

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
      "Moved the till to Java",
      "Market stall",
      "Counted the till.",
      "Weighed apples.",
      "Kept the prices in SQL",
    ]);
  });

  test("take points in in generated documents, behind clicked duties or nowhere", async () => {
    await fc.assert(
      fc.asyncProperty(generatedResumes, fc.boolean(), async (resume, tracked) => {
        const open = await openResume(resume.bytes, "a.docx");
        const numbers = (texts: readonly string[]) =>
          open.reading.paragraphs
            .filter(({ text, copy }) => copy !== "fallback" && texts.some((one) => text.trimEnd().endsWith(one)))
            .map(({ index }) => index);
        const bullets = numbers(resume.roles.flat());
        const marked = withMarkedRoles(open, marksOf(open, { headers: numbers(resume.headers), bullets }));
        const plan = planned(() => planFor(marked, { ...request, tracked }));
        if (typeof plan === "string") return;
        expect(plan.placed).toHaveLength(1);
        const isPlain = bullets.some((bullet) => open.reading.paragraphs[bullet]!.list === null);
        if (!isPlain) expect(bullets).toContain(plan.placed[0]!.after);
        expect(applyPlan(marked, plan, request.points, tracked ? author : undefined).proof).toBeTruthy();
      }),
      { numRuns: Number(process.env.LANDFALL_GENERATED ?? 30) },
    );
  });

  test("take points in without a person's word on each", async () => {
    const open = await openResume(writeDocx({ body }), "a.docx");
    const marked = withMarkedRoles(open, marksOf(open, { headers: [1, 3], bullets: [2, 4] }));
    expect(planFor(marked, request).placed).toHaveLength(1);
  });
});

test("an organisation's own technology is found under its aliases, and held back from roles that ended before it came out", async () => {
  const technologies = knownTechnologies([{ name: "Depotwise", aliases: ["DW"], since: 2019 }]);
  const role = (years: string, duty: string) =>
    p(`Northwind, ${years}`, { bold: true }) + p("Developer") + bullet(duty);
  const made = (...roles: string[]) =>
    openResume(writeDocx({ body: heading("WORK EXPERIENCE") + roles.join("") }), "a.docx");
  const points = [{ technology: "depotwise", text: "Moved the stock to it" }];
  const old = role("Jan 2010 – Mar 2012", "Ran DW for the depots");
  const both = await made(role("Jan 2018 – Mar 2021", "Led a team of four"), old);
  expect(planFor(both, { ...request, technologies, points }).placed.map(({ role }) => role)).toEqual([0]);
  const { placed, leftOut } = planFor(await made(old), { ...request, technologies, points });
  expect([placed, leftOut[0]?.because]).toEqual([
    [],
    { code: "newer-than-roles", technology: "Depotwise", year: 2019 },
  ]);
  const without = planFor(await made(old), { ...request, technologies: knownTechnologies(), points });
  expect(without.placed.map(({ because }) => because.fit)).toEqual(["nowhere"]);
});

describe("places of several points", () => {
  const head = heading("WORK EXPERIENCE");
  const role = (at: number): string =>
    p(`Northwind ${at}, Jan 201${at} – Mar 201${at + 1}`, { bold: true }) + p("Developer");
  const duties = [
    "Ran the till",
    "Kept the books in Java",
    "Trained four people",
    "Closed the shop",
    "Opened it again",
  ];
  const opened = (body: string) => openResume(writeDocx({ body }), "a.docx");
  const points = ["Sang", "Danced", "Rang the bells"].map((text) => ({ technology: "Go", text }));
  const places = (open: OpenResume, more: Partial<TailoringRequest> = {}) =>
    planFor(open, { ...request, points, ...more }).placed.map(({ after }) => after);

  test("are spread over the bullets of a role, and near what speaks of the same or a kindred technology", async () => {
    const open = await opened(head + role(5) + duties.map((duty) => bullet(duty)).join(""));
    expect(places(open)).toEqual([3, 5, 7]);
    const kindred = ["Spring", "Java"].map((technology) => ({ technology, text: `Wrote more ${technology}` }));
    expect(places(open, { points: kindred })).toEqual([3, 4]);
  });

  test("are the ones before where a section ends, and not in rows of fixed height where there are others", async () => {
    const ends = bullet("Did Java").replace("</w:pPr>", "<w:sectPr/></w:pPr>");
    const open = await opened(head + role(5) + bullet("Ran the till") + bullet("Led a team") + ends + p("Swimming"));
    expect(places(open, { points: request.points })).toEqual([4]);
    const fixed = table([[bullet("Ran Java") + bullet("Led Java")]]).replace(
      "<w:tr>",
      '<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>',
    );
    const rows = await opened(head + role(5) + fixed + table([[bullet("Closed it")]]));
    expect(places(rows, { points: request.points })).toEqual([5]);
  });

  const changed = '<w:pPrChange w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:pPr/></w:pPrChange>';
  const cell = (text: string): string => table([[bullet(text).replace("</w:pPr>", `${changed}</w:pPr>`)]]);

  test("are elsewhere where a change cannot be marked, and a document is refused only where there is nothing else", async () => {
    const open = await opened(
      head + role(5) + cell("Ran Java") + role(3) + bullet("Led a team") + bullet("Sold bread"),
    );
    const tracked = planFor(open, { ...request, tracked: true });
    expect(tracked.placed.map(({ role, after }) => [role, after])).toEqual([[1, 6]]);
    expect(applyPlan(open, tracked, request.points, author).proof).toBeTruthy();
    const alone = await opened(head + role(5) + cell("Ran Java"));
    expect(places(alone, { points: request.points })).toEqual([3]);
    const refused = expect.objectContaining({ code: "cannot-track" });
    expect(() => planFor(alone, { ...request, tracked: true })).toThrow(refused);
  });

  test("are none in a role where a person wants one and nothing can go", async () => {
    const locked = contentControl(role(3) + bullet("Led a team")).replace(
      "<w:sdtPr/>",
      '<w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr>',
    );
    const open = await opened(head + role(5) + bullet("Ran the till") + locked);
    const plan = planFor(open, { ...request, decided: new Map([[0, { role: 1 }]]) });
    expect(plan).toEqual({ placed: [], leftOut: [{ point: 0, because: { code: "role-has-no-place" } }] });
    const all = await opened(head + locked);
    expect(() => planFor(all, request)).toThrow(expect.objectContaining({ code: "locked-content" }));
  });
});

/** A folder with real layouts and hand-made labels, kept outside the project. */
const folder = process.env.LANDFALL_RESUME_SET ?? "";

describe.skipIf(folder === "" || !existsSync(join(folder, "labels")))("the labelled set (LANDFALL_RESUME_SET)", () => {
  const asked = ["Java", "Spring", "SQL", "Workday", "AWS", "Docker", "React", "Python", "Oracle", "PeopleSoft"];
  const points = asked.flatMap((technology) =>
    [1, 2, 3].map((at) => ({
      technology,
      text: ["ledger", "depot", "shift", "rota"].map((word) => `${word}${technology}${at}`).join(" "),
    })),
  );

  test("takes many points in behind labelled duties, clean and tracked", { timeout: 120_000 }, async () => {
    let [inside, outside] = [0, 0];
    const refused: string[] = [];
    for (const name of readdirSync(join(folder, "docx"))) {
      const open = await openResume(readFileSync(join(folder, "docx", name)), name).catch(() => null);
      if (!open) continue;
      const { allowed } = labelsOf(folder, name);
      for (const tracked of [false, true]) {
        try {
          const plan = planFor(open, { ...request, points, tracked });
          applyPlan(open, plan, points, tracked ? author : undefined);
          for (const { after } of plan.placed) if (allowed.has(after)) inside += 1;
          for (const { after } of plan.placed) if (!allowed.has(after)) outside += 1;
        } catch (error) {
          if (!(error instanceof TailoringRefused)) throw error;
          refused.push(`${name} ${error.code}`);
        }
      }
    }
    tellFigures(`${inside} behind labelled duties, ${outside} elsewhere; refused: ${refused.join(", ")}`);
    expect(refused.every((one) => one.endsWith(" no-roles"))).toBe(true);
    expect(inside).toBeGreaterThan(800);
    expect(outside / inside).toBeLessThan(0.01);
  });
});
