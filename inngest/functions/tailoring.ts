import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { readBytes } from "@/lib/files/open-file";
import { now } from "@/lib/platform/clock";
import { oneResume } from "@/lib/resumes/queries";
import { readResume } from "@/lib/resumes/read";
import { describeCandidate } from "@/lib/tailoring/candidates/commands";
import { descriptionOf } from "@/lib/tailoring/candidates/description-of";

/**
 * Finds the technologies of a resume that was read, and who a new candidate is. All in one step, because what is found is about a person and
 * step results must not be.
 */
const describe = inngest.createFunction(
  { id: "tailoring-describe", triggers: [{ event: "resumes.read" }], concurrency: { limit: 2 }, retries: 2 },
  async ({ event, step }) => {
    const { organisationId, resumeId } = event.data as { organisationId: string; resumeId: string };
    return step.run("describe", async () => {
      const as = job(organisationId, "tailoring-describe");
      const resume = await as.ask(oneResume, { id: resumeId });
      if (resume.status !== "read") return { status: resume.status };
      const { bytes } = await readBytes({ kind: "system", organisationId, cause: "tailoring-describe" }, resume.fileId);
      const reading = await readResume(bytes, resume.fileName);
      return as.execute(describeCandidate, { resumeId, ...descriptionOf(reading, now()) });
    });
  },
);

export const tailoringFunctions = [describe];
