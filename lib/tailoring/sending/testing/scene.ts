import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { requirements } from "@/db/schema/tailoring";
import type { SystemActor } from "@/lib/platform/actor";
import type { ExecuteOptions } from "@/lib/platform/execute";
import type { testWorld } from "@/lib/platform/testing/world";
import { sendsOf } from "@/lib/tailoring/sending/queries";
import type { SendResumes } from "@/lib/tailoring/sending/schemas";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { tailoredFor } from "@/lib/tailoring/sending/testing/tailored";

/** What tests of sending do over and over in the north: a tailored resume with a contact to send it to, and the sending of it. */
export function sendingScene(world: ReturnType<typeof testWorld>) {
  const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
    transaction({ organisationId: world.north.organisationId }, work);
  const letter = (more: Partial<SendResumes> = {}): SendResumes => ({
    items: [{ submissionId: world.north.submissionId }],
    recipients: [],
    subject: "{{candidate.name}} for {{requirement.title}}",
    body: "Hello {{recipient.firstName}},\n\n{{candidate.firstName}} brings {{skills}}.\n\n{{recruiter.name}}",
    ...{ attachments: ["clean"], followUpDays: "3", notesOpenings: true },
    ...more,
  });
  return {
    ...{ inNorth, letter },
    system: (): SystemActor => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" }),
    /** A resume that is tailored, and a contact of its requirement. */
    async set(): Promise<void> {
      await tailoredFor(world.north.organisationId, world.north.submissionId, "Daniela, with Kubernetes.\n");
      await inNorth((tx) =>
        tx
          .update(requirements)
          .set({ vendorContact: "Petra Vendor", vendorEmail: "petra@vendor.example" })
          .where(eq(requirements.id, world.north.requirementId)),
      );
    },
    send: (more: Partial<SendResumes> = {}, options: ExecuteOptions = {}) =>
      world.north.execute(sendResumes, "recruiter", letter(more), options),
    sent: () => world.north.ask(sendsOf, "recruiter", { id: world.north.submissionId }),
  };
}
