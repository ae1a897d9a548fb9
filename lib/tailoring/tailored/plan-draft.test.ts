import { beforeAll, expect, test } from "vitest";
import { resumeDocument } from "@/db/seed/resume-document";
import { daniela } from "@/db/seed/world-tailoring";
import { openResume, readResume, type OpenResume } from "@/lib/resumes/read";
import { TailoringRefused } from "@/lib/tailoring/refused";
import type { Draft } from "./draft-schema";
import { madeOf } from "./made-of";
import { measureScore } from "./measure";
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
  expect(() => planDraft(unsure, draft, skills, today)).toThrow(TailoringRefused);
});

test("what is held stays where it stood and is not told as decided by a person", () => {
  const { placed } = planDraft(resume, draft, skills, today);
  const [one] = placed;
  const other = resume.reading.roles[one!.role === 0 ? 1 : 0]!;
  const held = { [draft.points[one!.point]!.id]: { role: one!.role === 0 ? 1 : 0, after: other.bullets[0]! } };
  const now = planDraft(resume, { ...draft, held }, skills, today).placed.find(({ point }) => point === one!.point)!;
  expect(now).toMatchObject({ role: one!.role === 0 ? 1 : 0, after: other.bullets[0], because: { byHand: false } });
});

test("the score that is foretold is the score of the file as it is written", async () => {
  const plan = planDraft(resume, draft, skills, today);
  const foretold = measureScore(resume.reading, plan, draft.points, skills, today)!;
  const source = { bytes, fileName: "Daniela.docx", resume, rolesMarked: false };
  const made = await madeOf(source, draft, skills, { today, at: new Date(0), author: "Dario" });
  if ("code" in made) throw new Error(made.code);
  const written = await readResume(made.files.clean.bytes, "Daniela.docx");
  const read = measureScore(written, { placed: [] }, [], skills, today)!;
  expect(foretold.after).toBe(read.before);
  expect(foretold.skills.map(({ after }) => after)).toEqual(read.skills.map(({ before }) => before));
  expect(foretold.after).toBeGreaterThan(foretold.before);
});
