import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ConversionFailed } from "./conversion-failed";
import { largestPdf, type Converter } from "./converter";
import { safeProfile } from "./libreoffice-profile";
import { inTurn } from "./one-at-a-time";

type LibreOffice = Extract<Converter, { kind: "libreoffice" }>;

/**
 * Runs LibreOffice once for a document, one document at a time: it takes a few hundred MB. Each run has a folder and a profile of its own, so
 * that none waits for another's lock or sees its files, and an environment without the settings of this process. The run is a group of
 * processes, because `soffice` starts others; the group is killed when the time is over or the caller stops.
 */
export function convertByLibreOffice(
  docx: Uint8Array,
  converter: LibreOffice,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return inTurn(async () => {
    if (signal?.aborted) throw new ConversionFailed("stopped");
    const folder = await mkdtemp(path.join(tmpdir(), "landfall-convert-"));
    try {
      const profile = path.join(folder, "profile");
      await mkdir(path.join(profile, "user"), { recursive: true });
      await writeFile(path.join(profile, "user", "registrymodifications.xcu"), safeProfile);
      // The name of the person's file goes nowhere.
      const source = path.join(folder, "resume.docx");
      await writeFile(source, docx, { mode: 0o600 });
      await run(converter, folder, profile, source, signal);
      return await readPdf(path.join(folder, "resume.pdf"));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}

function run(
  { path: program, seconds }: LibreOffice,
  folder: string,
  profile: string,
  source: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        folder,
        source,
      ],
      {
        cwd: folder,
        env: {
          PATH: "/usr/local/bin:/usr/bin:/bin",
          HOME: folder,
          TMPDIR: folder,
          LANG: "C.UTF-8",
          NODE_ENV: "production",
        },
        stdio: "ignore",
        detached: true,
      },
    );
    const done = (outcome: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      process.removeListener("exit", kill);
      // What the program left running has no reason to go on.
      kill();
      outcome();
    };
    const kill = (): void => killGroup(child);
    const fail = (code: ConversionFailed["code"]) => (): void => {
      done(() => reject(new ConversionFailed(code)));
    };
    const stop = fail("stopped");
    const timer = setTimeout(fail("timed-out"), seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
    process.once("exit", kill);
    child.once("error", fail("converter-missing"));
    child.once("exit", (code) => (code === 0 ? done(resolve) : fail("not-converted")()));
  });
}

/** Ends a program with everything that it started. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended already.
  }
}

/** LibreOffice ends well even where it made nothing: what counts is the file. */
async function readPdf(file: string): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) throw new ConversionFailed("not-converted");
  if (size > largestPdf) throw new ConversionFailed("pdf-too-large");
  return new Uint8Array(await readFile(file));
}
