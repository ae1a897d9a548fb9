import "server-only";
import { openFeedback } from "@/lib/competencies/commands/feedback";
import { feedbackForm } from "@/lib/competencies/queries/forms";
import { job } from "@/lib/entry/job";
import { requestFacts } from "@/lib/entry/request";
import { visitorActor } from "@/lib/identity/installation-actor";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { Refusal } from "@/lib/platform/refusal";

/** For whom a link stands, and how that person's answers are asked for and taken. */
export async function openLink(token: string) {
  const { requestId, address } = await requestFacts();
  const { organisationId, raterId } = await executeInstallation(
    openFeedback,
    await visitorActor(),
    { token },
    { requestId, address },
  );
  return { raterId, as: job(organisationId, "competencies.feedback") };
}

/** What the link shows, or the sentence that says why it does not work. */
export async function readFeedback(token: string) {
  try {
    const { raterId, as } = await openLink(token);
    return { form: await as.ask(feedbackForm, { raterId }) };
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}
