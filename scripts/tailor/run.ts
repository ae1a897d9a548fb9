import { mkdir, readdir, realpath, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageError, type Asked } from "./arguments";
import { inParallel } from "./pool";
import type { Entry } from "./entry";
import { progressBar } from "./progress";
import { pointsOf, technologiesOf, weightsIn } from "./inputs";
import type { Job, Work } from "./worker";

/** Does all files over the cores and writes the report. Gives the exit status; throws {@link UsageError} before anything was done. */
export async function run(asked: Asked, program: string): Promise<number> {
  if (!(await stat(asked.resumes).catch(() => null)))
    throw new UsageError(`There is no file or folder ${asked.resumes}.`);
  const out = asked.out === null ? null : await folderFor(asked.out, asked.resumes);
  const jobs = await jobsOf(asked.resumes, [out, asked.json, asked.points, asked.requirement, asked.technologies]);
  const technologies = asked.technologies === null ? [] : await technologiesOf(asked.technologies);
  const points = asked.points === null ? null : await pointsOf(asked.points, technologies);
  const work: Work = {
    ...{ points, technologies },
    weights: asked.requirement === null ? [] : await weightsIn(asked.requirement, technologies),
    ...{ pages: asked.pages, out, rebuild: asked.rebuild },
    author: asked.tracked ? { name: "Landfall", date: `${new Date().toISOString().slice(0, 19)}Z` } : null,
  };
  const bar = progressBar(jobs.length);
  const entries = await inParallel(jobs, work, program, bar.step);
  bar.end();
  await report(entries, asked.json);
  return entries.some(({ status }) => status === "refused") ? 1 : 0;
}

/** All files of a folder by their names, without those that the system or Word hides there, and without what else the command names. */
async function jobsOf(path: string, others: readonly (string | null)[]): Promise<Job[]> {
  if (!(await stat(path)).isDirectory()) return withResults([{ path: resolve(path), name: basename(path) }]);
  const inside = await readdir(path, { recursive: true, withFileTypes: true });
  const jobs = inside
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(/[\\/]/)
          .some((part) => /^(\.|~\$)/.test(part)),
    )
    .map((file) => ({ path: resolve(file), name: relative(path, file) }))
    .filter((file) => !others.some((other) => other !== null && isWithin(file.path, resolve(other))));
  if (jobs.length === 0) throw new UsageError(`There are no files in ${path}.`);
  return withResults(jobs.sort((one, other) => (one.name < other.name ? -1 : 1)));
}

const isWithin = (path: string, other: string): boolean => path === other || path.startsWith(`${other}${sep}`);

/** Results have the names of their files; a Word document made from NAME.pdf is NAME.docx, unless that is another file here. */
function withResults(files: readonly Omit<Job, "result">[]): Job[] {
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  return files.map((file) => {
    const made = file.name.replace(/\.pdf$/i, ".docx");
    return { ...file, result: made !== file.name && names.has(made.toLowerCase()) ? `${file.name}.docx` : made };
  });
}

/** The folder of results, made if need be. Never that of the originals: they would be overwritten. */
async function folderFor(out: string, resumes: string): Promise<string> {
  await mkdir(out, { recursive: true }).catch(() => {
    throw new UsageError(`${out} is no folder and cannot be made one.`);
  });
  const [there, here] = await Promise.all([realpath(out), realpath(resumes)]);
  const originals = (await stat(here)).isDirectory() ? here : dirname(here);
  if (there === originals) throw new UsageError("Tailored files would overwrite the originals: name another --out.");
  return there;
}

async function report(entries: readonly Entry[], json: string | null): Promise<void> {
  const text = `${JSON.stringify(entries, null, 2)}\n`;
  if (json === "-") return void process.stdout.write(text);
  if (json !== null) {
    await mkdir(dirname(resolve(json)), { recursive: true });
    await writeFile(json, text);
  }
  const count = (status: Entry["status"]) => entries.filter((entry) => entry.status === status).length;
  const placed = entries.reduce((sum, { insertions }) => sum + insertions.length, 0);
  console.log(
    `${count("tailored")} tailored with ${placed} points, ${count("read")} read, ${count("refused")} refused.`,
  );
  for (const { file, refusal } of entries) if (refusal) console.log(`${file}: ${refusal.message} (${refusal.code})`);
}
