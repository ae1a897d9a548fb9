import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ownRefusals, refused, type Entry } from "./entry";
import type { Job, Work } from "./worker";

/** A resume takes milliseconds, a long PDF seconds. */
const patienceMs = 60_000;
/** A worker that needs more is ended, and the file is refused. */
const memoryMb = 256;

/** Gives jobs to a worker a core. A worker that crashes or hangs costs its file alone; another takes its place. Results are in the order of the jobs. */
export async function inParallel(
  jobs: readonly Job[],
  work: Work,
  program: string,
  done: () => void,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const left = jobs.map((job, at) => ({ job, at })).reverse();
  const lane = async (): Promise<void> => {
    let worker: Worker | null = null;
    for (let next = left.pop(); next; next = left.pop()) {
      worker ??= new Worker(new URL(program), {
        workerData: work,
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      });
      const entry = await answer(worker, next.job);
      if (typeof entry === "string") {
        await worker.terminate();
        worker = null;
      }
      entries[next.at] = typeof entry === "string" ? refused(next.job.name, entry, ownRefusals[entry]) : entry;
      done();
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, lane));
  return entries;
}

/** What a worker says of a file, or why it says nothing. */
function answer(worker: Worker, job: Job): Promise<Entry | "failed" | "too-slow"> {
  return new Promise((resolve) => {
    const settle = (entry: Entry | "failed" | "too-slow") => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", failed).off("exit", failed);
      resolve(entry);
    };
    const failed = () => settle("failed");
    const timer = setTimeout(() => settle("too-slow"), patienceMs);
    worker.once("message", settle).once("error", failed).once("exit", failed);
    worker.postMessage(job);
  });
}
