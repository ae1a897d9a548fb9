import { safeName } from "@/lib/files/safe-name";
import { readResume } from "@/lib/resumes/read";
import type { ResumeReading, YearMonth } from "@/lib/resumes/types";
import type { Plan } from "@/lib/tailoring/distribution/plan";
import { rebuildPlan } from "@/lib/tailoring/rebuild/rebuild-plan";
import { rebuiltPdf } from "@/lib/tailoring/rebuild/pdf-template";
import { rebuildResume } from "@/lib/tailoring/rebuild/rebuild-resume";
import { TailoringRefused, type RefusalCode } from "@/lib/tailoring/refused";
import { applyPlan } from "@/lib/tailoring/tailor-resume";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import type { Author } from "@/lib/tailoring/writing/marks";
import type { Draft } from "./draft-schema";
import { measureScore } from "./measure";
import { planDraft, type AskedSkill } from "./plan-draft";
import type { Source } from "./source";
import type { VersionReport } from "./tailoring-view";

/** What was made of a resume: files, score and report. */
export interface Made {
  files: { clean: MadeFile; tracked?: MadeFile; pdf?: MadeFile };
  score: { formula: number; before: number; after: number } | null;
  report: VersionReport;
}

export interface MadeFile {
  name: string;
  bytes: Uint8Array;
  type: "docx" | "pdf";
}

/**
 * Applies a draft to a resume: the document with its points, and the same as tracked changes of `author`; of a PDF a new document and PDF from the
 * template. The same in gives the same bytes. What cannot be done comes back as its refusal.
 */
export async function madeOf(
  source: Source,
  draft: Draft,
  skills: readonly AskedSkill[],
  { today, at, author, own }: { today: YearMonth; at: Date; author: string; own: readonly OwnTechnology[] },
): Promise<Made | { code: string }> {
  const { reading, docx } = source.resume;
  try {
    const plan = planDraft(source.resume, draft, skills, today, own);
    if (plan.placed.length === 0) return { code: "nothing-placed" };
    const score = measureScore(reading, plan, draft.points, skills, today, own);
    const written = docx
      ? writtenInto(source, plan, draft, { name: author, date: `${at.toISOString().slice(0, 19)}Z` })
      : await rebuilt(source, plan, draft, at);
    return {
      files: written.files,
      score: score && { formula: score.formula, before: score.before, after: score.after },
      report: {
        ...whatWasDone(reading, plan, draft, written.newParagraphs),
        proof: { ...written.proof },
        cautions: written.cautions,
      },
    };
  } catch (error) {
    if (!(error instanceof TailoringRefused)) throw error;
    return { code: error.code };
  }
}

function writtenInto({ resume, fileName }: Source, plan: Plan, { points }: Draft, author: Author) {
  const clean = applyPlan(resume, plan, points);
  // The clean document stands by itself where the end of a list cannot be marked.
  const tracked = unlessRefused("cannot-track", () => applyPlan(resume, plan, points, author));
  return {
    files: {
      clean: file(fileName, "docx", clean.bytes),
      ...(tracked ? { tracked: file(fileName, "docx", tracked.bytes, " (tracked)") } : {}),
    },
    proof: clean.proof,
    newParagraphs: clean.newParagraphs,
    cautions: [...clean.cautions.map(({ code }) => code), ...(tracked ? [] : ["not-tracked"])],
  };
}

async function rebuilt({ resume: { reading }, fileName }: Source, plan: Plan, { points }: Draft, madeAt: Date) {
  const options = { paper: "a4", madeAt } as const;
  const { bytes, proof } = await rebuildPlan(reading, plan, points, options);
  const put = plan.placed.map(({ role, point }) => ({ role, ...points[point]! }));
  // The document stands by itself where the fonts of the PDF lack a script.
  const pdf = await unlessRefused("script-not-covered", () => rebuiltPdf(rebuildResume(reading, put), options));
  return {
    files: {
      clean: file(fileName, "docx", bytes),
      ...(pdf ? { pdf: file(fileName, "pdf", pdf.bytes) } : {}),
    },
    proof,
    newParagraphs: await paragraphsOf(put, bytes),
    cautions: pdf ? [] : ["script-not-covered"],
  };
}

/** What the work gives, a promise too; null where it is refused with this code. */
function unlessRefused<Result>(code: RefusalCode, work: () => Result): Result | null {
  const orNull = (error: unknown): null => {
    if (error instanceof TailoringRefused && error.code === code) return null;
    throw error;
  };
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(orNull) as Result) : result;
  } catch (error) {
    return orNull(error);
  }
}

const file = (original: string, type: MadeFile["type"], bytes: Uint8Array, suffix = ""): MadeFile => ({
  ...{ type, bytes },
  name: safeName(`${original.replace(/\.[^.]*$/, "")}${suffix}.${type}`, type),
});

/** Where points stand in a document that was made anew: found by their words. */
async function paragraphsOf(points: readonly { text: string }[], bytes: Uint8Array): Promise<number[][]> {
  const { paragraphs } = await readResume(bytes, "rebuilt.docx");
  return points.map(({ text }) =>
    paragraphs.flatMap((one) => (one.text.includes(text) ? [one.index] : [])).slice(0, 1),
  );
}

function whatWasDone(
  { roles }: Pick<ResumeReading, "roles">,
  { placed, leftOut }: Plan,
  { points }: Draft,
  newParagraphs: readonly number[][],
) {
  return {
    placed: placed.map(({ point, role, because }, place) => {
      const { title, employer } = roles[role]!;
      const { id, technology, text, libraryPointId } = points[point]!;
      return {
        ...{ point: id, technology, text, libraryPointId, roleNumber: role },
        paragraphs: newParagraphs[place] ?? [],
        ...{ role: [title, employer].filter(Boolean).join(", "), because },
      };
    }),
    leftOut: leftOut.map(({ point, because }) => {
      const { id, technology, text } = points[point]!;
      return { point: id, technology, text, because };
    }),
  };
}
