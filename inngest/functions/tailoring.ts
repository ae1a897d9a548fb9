import { inngest } from "@/inngest/client";
import { job } from "@/lib/entry/job";
import { readBytes } from "@/lib/files/open-file";
import { now } from "@/lib/platform/clock";
import { oneResume } from "@/lib/resumes/queries";
import { readResume } from "@/lib/resumes/read";
import { describeCandidate } from "@/lib/tailoring/candidates/commands";
import { descriptionOf } from "@/lib/tailoring/candidates/description-of";
import { makePdf } from "@/lib/tailoring/tailored/make-pdf";
import { makeVersion } from "@/lib/tailoring/tailored/make-version";
import { recordPdf, recordVersion } from "@/lib/tailoring/tailored/settle-commands";

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

interface VersionEvent {
  organisationId: string;
  versionId: string;
}

const onOurSide = { code: "failed", message: "Something went wrong on our side. Try again." };

/** Tailors one resume. One step a file, so that a bad one fails alone; several at once, because most of it is waiting for the store. */
const apply = inngest.createFunction(
  {
    id: "tailoring-apply",
    triggers: [{ event: "tailoring.version-asked" }],
    retries: 3,
    concurrency: { limit: 3 },
    onFailure: async ({ event, step }) => {
      const { organisationId, versionId } = event.data.event.data as VersionEvent;
      await step.run("fail", async () => {
        const outcome = { status: "refused" as const, ...onOurSide };
        await job(organisationId, "tailoring-apply").execute(recordVersion, { versionId, outcome });
        return null;
      });
    },
  },
  async ({ event, step }) => {
    const { organisationId, versionId } = event.data as VersionEvent;
    return step.run("apply", () => makeVersion(organisationId, versionId));
  },
);

/** Makes the PDF of a tailored resume. One at a time: a converter takes a core. */
const render = inngest.createFunction(
  {
    id: "tailoring-render",
    triggers: [{ event: "tailoring.pdf-asked" }],
    retries: 2,
    concurrency: { limit: 1 },
    onFailure: async ({ event, step }) => {
      const { organisationId, versionId } = event.data.event.data as VersionEvent;
      await step.run("fail", async () => {
        const outcome = { fileId: null, problem: onOurSide.message };
        await job(organisationId, "tailoring-render").execute(recordPdf, { versionId, ...outcome });
        return null;
      });
    },
  },
  async ({ event, step }) => {
    const { organisationId, versionId } = event.data as VersionEvent;
    return step.run("render", () => makePdf(organisationId, versionId));
  },
);

export const tailoringFunctions = [describe, apply, render];
