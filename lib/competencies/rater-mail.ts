import "server-only";
import type { competencyRaters, competencyRounds } from "@/db/schema/competencies";
import { externalPath } from "@/lib/identity/external-links";
import { queueMail } from "@/lib/mail/send";
import type { CommandContext } from "@/lib/platform/operation";

interface RaterMail {
  rater: Pick<typeof competencyRaters.$inferSelect, "id" | "name" | "email" | "linkId">;
  round: Pick<typeof competencyRounds.$inferSelect, "id" | "deadlineOn">;
  executiveName: string;
  kind: "request" | "soon" | "last";
}

/** Asks somebody for their view, or brings it to mind. Each kind goes out once. */
export async function mailRater(
  context: CommandContext,
  { rater, round, executiveName, kind }: RaterMail,
): Promise<void> {
  if (!rater.linkId) return;
  await queueMail(context, {
    template: "feedback-request",
    variables: {
      executiveName,
      organisationName: context.organisation.name,
      deadlineOn: round.deadlineOn,
      occasion: kind,
      href: externalPath(rater.linkId),
    },
    to: { address: rater.email, name: rater.name },
    key: `feedback/${rater.id}/${kind}`,
  });
}
