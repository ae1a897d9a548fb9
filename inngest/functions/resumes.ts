import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { readBytes } from "@/lib/files/open-file";
import { recordReading } from "@/lib/resumes/commands";
import { offersOf } from "@/lib/resumes/offers";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { oneResume } from "@/lib/resumes/queries";
import { readResume } from "@/lib/resumes/read";

/**
 * Reads an uploaded resume and stores what it offers. All in one step, because what was read is about a person and step
 * results must not be.
 */
const read = inngest.createFunction(
  { id: "resumes-read", triggers: [{ event: "resumes.uploaded" }], concurrency: { limit: 2 }, retries: 2 },
  async ({ event, step }) => {
    const { organisationId, resumeId } = event.data as { organisationId: string; resumeId: string };
    return step.run("read", async () => {
      const as = job(organisationId, "resumes-read");
      const resume = await as.ask(oneResume, { id: resumeId });
      if (resume.status !== "waiting") return { status: resume.status };
      const { bytes } = await readBytes({ kind: "system", organisationId, cause: "resumes-read" }, resume.fileId);
      const outcome = await readingOf(bytes, resume.fileName);
      await as.execute(recordReading, { id: resumeId, outcome });
      return { status: outcome.status, offers: outcome.status === "read" ? outcome.offers.length : 0 };
    });
  },
);

async function readingOf(bytes: Uint8Array, fileName: string) {
  try {
    const reading = await readResume(bytes, fileName);
    return {
      status: "read" as const,
      format: reading.format,
      warnings: reading.warnings.map(({ code }) => code),
      offers: offersOf(reading).slice(0, 300),
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { status: "unreadable" as const, code: error.code, message: error.message };
  }
}

export const resumeFunctions = [read];
