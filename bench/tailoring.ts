import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import JSZip from "jszip";
import { step } from "@/scripts/supervisor/progress";
import type { Stops } from "@/scripts/supervisor/supervise";
import { report, type Row } from "./parts/report";
import { resumeFiles, type ResumeFile } from "./parts/resume-files";
import { ratioText } from "./parts/statistics";
import { tailorOnce } from "./parts/tailor-once";

const rounds = 15;
const batch = 1000;

/**
 * Tailoring on one core: reading, planning, writing and proving of each resume, beside a bare copy of the same archive by jszip, which opens and
 * writes it and does nothing else; and the memory of a process that does a thousand. jszip copies in two ways: as it does by itself, unpacking
 * each part; or, told to compress, by moving what is packed already, which is hardly more than copying bytes.
 */
export async function run(project: string, stops: Stops): Promise<void> {
  const { files, what } = await resumeFiles();
  const ours = files.map(() => Infinity);
  const copies = files.map(() => Infinity);
  const moves = files.map(() => Infinity);
  await step(`${what}, ${rounds} rounds`, async () => {
    for (let round = 0; round < rounds; round++)
      for (const [at, file] of files.entries()) {
        ours[at] = Math.min(ours[at]!, await milliseconds(() => tailorOnce(file.bytes, file.name)));
        copies[at] = Math.min(copies[at]!, await milliseconds(() => copied(file)));
        moves[at] = Math.min(moves[at]!, await milliseconds(() => copied(file, { compression: "DEFLATE" })));
      }
  });
  const rate = perSecond(ours);
  const besideCopy = (what: string, times: readonly number[], goal: string): Row => ({
    ...{ what, ours: rate.toFixed(0), beside: perSecond(times).toFixed(0) },
    ...{ ratio: ratioText(rate / perSecond(times)), goal },
  });
  const rows: Row[] = [
    besideCopy(`Resumes a second (the best of ${rounds} rounds of each)`, copies, "≥ 0.25 ×, 300 a second"),
    besideCopy("The same, beside jszip that moves packed bytes", moves, "≥ 0.25 ×"),
  ];
  const folder = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  stops.push(() => Promise.resolve(rmSync(folder, { recursive: true })));
  const python = await step("python-docx", () => Promise.resolve(pythonDocx(folder, files)));
  if (python !== null)
    rows.push({
      ...{ what: "python-docx: open and save", ours: rate.toFixed(0), beside: python.toFixed(0) },
      ...{ ratio: ratioText(rate / python), goal: "–" },
    });
  const memory = await step(`${batch} resumes in one process`, () => memoryOf(project, stops));
  rows.push({
    what: `Memory of a process after ${batch} resumes, and after ${batch / 5}`,
    ...{ ours: `${memory.end} MB`, beside: `${memory.early} MB`, goal: "< 400 MB, flat" },
    ratio: ratioText(memory.end / memory.early),
  });
  await report(project, {
    title: "Tailoring",
    about: `Each resume is opened, read, gets points by the rules of distribution, and is opened and compared again before it counts: all on one core. Beside it jszip opens and writes the same archives, which is the least that any tool does. Of each file the best round counts, because others work on the machine too. Measured with ${what}.`,
    columns: ["ours", "beside"],
    rows,
    remarks: python === null ? ["python-docx was not installed, so it is not beside it."] : [],
  });
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const perSecond = (times: readonly number[]): number =>
  (1000 * times.length) / times.reduce((sum, one) => sum + one, 0);

async function copied({ bytes }: ResumeFile, how: { compression?: "DEFLATE" } = {}): Promise<void> {
  const archive = await JSZip.loadAsync(bytes);
  await archive.generateAsync({ type: "uint8array", ...how });
}

/** Files a second that python-docx opens and saves, or null where it is not installed. */
function pythonDocx(folder: string, files: readonly ResumeFile[]): number | null {
  const names = files.map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const program =
    "import sys,time,io,docx\nfs=[open(f,'rb').read() for f in sys.argv[1:]]\nt=time.time()\nfor f in fs: docx.Document(io.BytesIO(f)).save(io.BytesIO())\nprint(len(fs)/(time.time()-t))";
  const { status, stdout } = spawnSync("python3", ["-c", program, ...names], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}

/** Bundled as the product is, so that the compiler's memory is not counted. */
async function memoryOf(project: string, stops: Stops): Promise<{ early: number; end: number }> {
  const program = join(project, ".cache", `tailor-many-${process.pid}.mjs`);
  stops.push(() => Promise.resolve(rmSync(program, { force: true })));
  await build({
    entryPoints: [join(project, "bench/parts/tailor-many.ts")],
    ...{ outfile: program, bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "error" },
  });
  const { stdout, status } = spawnSync(process.execPath, [program, String(batch)], { encoding: "utf8" });
  if (status !== 0) throw new Error("The process of many resumes ended with a fault.");
  return JSON.parse(stdout) as { early: number; end: number };
}
