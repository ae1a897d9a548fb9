import "server-only";
import { waitingFor, type Waiting } from "@/components/homes/waiting";
import { landingsToConfirm } from "@/lib/job-search/queries/landings-to-confirm";
import { messageInbox } from "@/lib/messages/queries";
import { planSignaturesWaiting } from "@/lib/plans/plan-signatures";
import { may, type PersonActor } from "@/lib/platform/actor";
import type { Query, QueryContext } from "@/lib/platform/operation";
import { aftercareDue } from "@/lib/programmes/queries/aftercare";
import type { consultantDay } from "@/lib/programmes/queries/homes";
import { signaturesWaiting } from "@/lib/programmes/queries/sign-offs";
import type { z } from "zod";

/** Who waits for a consultant, as far as their role lets them answer, in the same transaction as the rest of the page. */
export async function waitingOf(
  context: QueryContext & { actor: PersonActor },
  { uncontacted }: Awaited<ReturnType<(typeof consultantDay)["run"]>>,
): Promise<Waiting[]> {
  const { ask, actor, now } = context;
  const allowed = async <Row>(query: Query<z.ZodType, Row[]>): Promise<Row[]> =>
    may(actor, query.permission) ? ask(query, {}) : [];
  return waitingFor(
    {
      threads: await allowed(messageInbox),
      signatures: await allowed(signaturesWaiting),
      plans: await allowed(planSignaturesWaiting),
      landings: await allowed(landingsToConfirm),
      aftercare: await allowed(aftercareDue),
      uncontacted,
    },
    now,
  );
}
