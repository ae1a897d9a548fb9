import { inngest } from "@/inngest/client";
import { hourlySweep } from "@/inngest/hourly-sweep";
import { job } from "@/lib/entry/job";
import { oneResume } from "@/lib/resumes/queries";
import { describeResume, readSkillsAgain } from "@/lib/tailoring/candidates/read-again";
import { technologyNames } from "@/lib/tailoring/own-technologies/queries";
import { askAgain } from "@/lib/tailoring/tailored/ask-again";
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
      const own = await as.ask(technologyNames, {});
      return describeResume({ kind: "system", organisationId, cause: "tailoring-describe" }, resume, own);
    });
  },
);

/** Finds the technologies of all resumes again after those of the organisation changed, some a step. What changed meanwhile is the next call's. */
const readAgain = inngest.createFunction(
  {
    id: "tailoring-read-again",
    triggers: [{ event: "tailoring.technologies-changed" }],
    retries: 3,
    concurrency: { limit: 1, key: "event.data.organisationId" },
  },
  async ({ event, step }) => {
    const { organisationId, of } = event.data as { organisationId: string; of: string };
    let [read, left, after] = [0, 0, null as string | null];
    for (let part = 1; ; part++) {
      const from = after;
      const done = await step.run(`read-${part}`, () => readSkillsAgain(organisationId, { of, after: from }));
      [read, left, after] = [read + done.read, left + done.left, done.next];
      if (after === null) return { read, left };
    }
  },
);

interface VersionEvent {
  organisationId: string;
  versionId: string;
}

const onOurSide = "failed";

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
        const outcome = { status: "refused" as const, code: onOurSide };
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
        const outcome = { fileId: null, problem: onOurSide };
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

/** What waits although nobody is at it: an organisation was suspended in between, or the module was off. */
const again = hourlySweep({ id: "tailoring-ask-again", minute: 41, module: "tailoring", work: { again: askAgain } });

export const tailoringFunctions = [describe, readAgain, apply, render, again];
