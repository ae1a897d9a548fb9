import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { PACKAGE_LIMITS } from "@/lib/documents/package/limits";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { openResume, type OpenResume } from "@/lib/resumes/read";
import { knownTechnologies } from "@/lib/tailoring/distribution/known-technologies";
import { rebuildPlan } from "@/lib/tailoring/rebuild/rebuild-plan";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { applyPlan, planFor, type GivenPoint } from "@/lib/tailoring/tailor-resume";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { ownRefusals, refused, saidCautions, whatWasDone, whatWasRead, type Entry } from "./entry";

/** What is the same for every file of a run. */
export interface Work {
  /** Null where resumes are only read. */
  points: GivenPoint[] | null;
  /** Own ones beside those that come with the engine; the same list for each file, so that its index is made once. */
  technologies: OwnTechnology[];
  weights: [technology: string, weight: number][];
  pages: number | null;
  out: string | null;
  author: { name: string; date: string } | null;
  rebuild: boolean;
}

/** A file to do: where it lies, its name in the report, and that of its result. */
export interface Job {
  path: string;
  name: string;
  result: string;
}

/** Does one file after the other, as they are sent. */
export function serve(): void {
  const work = workerData as Work;
  parentPort!.on("message", (job: Job) => {
    void doFile(job, work).then((entry) => parentPort!.postMessage(entry));
  });
}

async function doFile(job: Job, work: Work): Promise<Entry> {
  const began = performance.now();
  const entry = await entryOf(job, work);
  return { ...entry, milliseconds: Math.round((performance.now() - began) * 10) / 10 };
}

async function entryOf({ path, name, result }: Job, work: Work): Promise<Entry> {
  let known: Entry | null = null;
  try {
    const bytes = await bytesOf(path);
    const resume = await openResume(bytes, name);
    known = { ...refused(name, "", ""), status: "read", refusal: null, ...whatWasRead(resume.reading) };
    if (!work.points) return known;
    if (!resume.docx && !work.rebuild) throw new TailoringRefused("pdf-not-editable");
    const { bytes: made, plan, proof, cautions } = await tailored(resume, work, work.points);
    await write(join(work.out!, result), made);
    return { ...known, status: "tailored", ...whatWasDone(plan, work.points), proof, cautions: saidCautions(cautions) };
  } catch (error) {
    const { code, message } = refusalOf(error);
    return { ...(known ?? refused(name, code, message)), status: "refused", refusal: { code, message } };
  }
}

async function tailored(
  resume: OpenResume,
  { weights, technologies, pages, author }: Work,
  points: readonly GivenPoint[],
) {
  const plan = planFor(resume, {
    ...{ points, technologies: knownTechnologies(technologies), thisYear: new Date().getFullYear() },
    weights: new Map(weights),
    ...(pages === null ? {} : { pages }),
    tracked: author !== null,
  });
  if (resume.docx) return { plan, ...applyPlan(resume, plan, points, author ?? undefined) };
  const options = { paper: "letter", madeAt: new Date() } as const;
  return { plan, cautions: [], ...(await rebuildPlan(resume.reading, plan, points, options)) };
}

/** What says no file at all is not read into memory. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new OwnRefusal("not-a-file");
  if (found.size > PACKAGE_LIMITS.fileSize) throw new UnreadableFile("too-large");
  return readFile(path).catch(() => {
    throw new OwnRefusal("not-a-file");
  });
}

/** A file is there whole or not at all. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, bytes);
    await rename(part, path);
  } catch {
    await rm(part, { force: true });
    throw new OwnRefusal("cannot-write");
  }
}

class OwnRefusal extends Error {
  constructor(readonly code: keyof typeof ownRefusals) {
    super(ownRefusals[code]);
  }
}

/** Nothing of a resume's text gets into a message: what is not known by its code is named "failed" and no more. */
function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof UnreadableFile || error instanceof TailoringRefused || error instanceof OwnRefusal)
    return { code: error.code, message: error.message };
  return { code: "failed", message: ownRefusals.failed };
}
