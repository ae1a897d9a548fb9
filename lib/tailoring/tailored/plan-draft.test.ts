import { beforeAll, expect, test } from "vitest";
import { resumeDocument } from "@/db/seed/resume-document";
import { daniela } from "@/db/seed/world-tailoring";
import { openResume, readResume, type OpenResume } from "@/lib/resumes/read";
import { TailoringRefused } from "@/lib/tailoring/refused";
import type { Draft } from "./draft-schema";
import { madeOf } from "./made-of";
import { measureLength, measureScore } from "./measure";
import { planDraft } from "./plan-draft";

const skills = [
  { name: "Kafka", need: "must", years: 3 },
  { name: "Go", need: "nice", years: null },
] as const;
const today = { year: 2026, month: 11 };
const draft: Draft = {
  points: [
    { id: "kafka", technology: "Kafka", text: "Introduced Kafka for container events.", libraryPointId: null },
    { id: "go", technology: "Go", text: "Rebuilt the fraud rules engine in Go.", libraryPointId: null },
  ],
  ...{ decided: {}, held: {}, pages: null },
};
let bytes: Uint8Array;
let resume: OpenResume;
beforeAll(async () => {
  bytes = await resumeDocument(daniela);
  resume = await openResume(bytes, "Daniela.docx");
});

test("a resume whose roles are not sure is refused, so that a person shows where they are", () => {
  const roles = resume.reading.roles.map((role) => ({ ...role, confidence: 0.3 }));
  const unsure = { ...resume, reading: { ...resume.reading, roles } };
  expect(() => planDraft(unsure, draft, skills, today, [])).toThrow(TailoringRefused);
});

test("what is held stays where it stood and is not told as decided by a person", () => {
  const { placed } = planDraft(resume, draft, skills, today, []);
  const [one] = placed;
  const other = resume.reading.roles[one!.role === 0 ? 1 : 0]!;
  const held = { [draft.points[one!.point]!.id]: { role: one!.role === 0 ? 1 : 0, after: other.bullets[0]! } };
  const now = planDraft(resume, { ...draft, held }, skills, today, []).placed.find(
    ({ point }) => point === one!.point,
  )!;
  expect(now).toMatchObject({ role: one!.role === 0 ? 1 : 0, after: other.bullets[0], because: { byHand: false } });
});

test("the score that is foretold is the score of the file as it is written", async () => {
  const plan = planDraft(resume, draft, skills, today, []);
  const foretold = measureScore(resume.reading, plan, draft.points, skills, today, [])!;
  const source = { bytes, fileName: "Daniela.docx", resume, rolesMarked: false, historyEnd: null };
  const made = await madeOf(source, draft, skills, { today, at: new Date(0), author: "Dario", own: [] });
  if ("code" in made) throw new Error(made.code);
  const written = await readResume(made.files.clean.bytes, "Daniela.docx");
  const read = measureScore(written, { placed: [] }, [], skills, today, [])!;
  expect(foretold.after).toBe(read.before);
  expect(foretold.skills.map(({ after }) => after)).toEqual(read.skills.map(({ before }) => before));
  expect(foretold.after).toBeGreaterThan(foretold.before);
});

test("plan and score count an organisation's own technology by any of its names, and not before there was any", () => {
  const own = [{ name: "Batchless", aliases: ["streaming", "Batchless Core"], since: 2021 }];
  const asked = [{ name: "Batchless Core", need: "must", years: null }] as const;
  const text = "Cut the nightly run with Batchless Core.";
  const points = [{ id: "own", technology: "batchless-core", text, libraryPointId: null }];
  const told = { ...draft, points };
  const plan = planDraft(resume, told, asked, today, own);
  // The second position ended in February 2021, so it might have been; with a later year it cannot.
  const later = planDraft(resume, told, asked, today, [{ ...own[0]!, since: 2022 }]);
  expect(plan.placed).toHaveLength(1);
  expect(later.placed.map(({ role }) => role)).toEqual([0]);
  const score = measureScore(resume.reading, plan, points, asked, today, own)!;
  expect(score.skills).toMatchObject([{ technology: "Batchless", points: ["own"] }]);
  // "Replaced a nightly batch with streaming" says it already.
  expect(score.before).toBeGreaterThan(0);
  expect(measureScore(resume.reading, plan, points, asked, today, [])!.before).toBe(0);
});

test("where no page more is allowed, the free lines of the last one are filled, and no more", () => {
  const pages = (points: Draft["points"]) => {
    const plan = planDraft(resume, { ...draft, points, pages: 0 }, skills, today, []);
    return { plan, length: measureLength(resume, plan, points)! };
  };
  const few = pages(draft.points);
  expect(few.plan.placed).toHaveLength(2);
  const long = "Introduced Kafka for events of every kind, and then told it at such length that it takes many lines. ";
  const many = Array.from({ length: 6 }, (_, at) => ({
    ...draft.points[0]!,
    ...{ id: `long-${at}`, text: `${at} ${long.repeat(9)}` },
  }));
  const { length } = pages(many);
  expect(Math.ceil(length.after)).toBe(Math.max(1, Math.ceil(length.before)));
});
