import "server-only";
import { notFound } from "next/navigation";
import { visiting, type Visit } from "@/lib/identity/current-actor";
import { requestFacts } from "@/lib/entry/request";
import { askTogether } from "@/lib/platform/execute";
import type { QueryContext } from "@/lib/platform/operation";
import { Refusal, type RefusalCode } from "@/lib/platform/refusal";

/** What a page of a workspace gets: its address and its own reads. */
export type WorkspaceProps<Params = unknown> = {
  params: Promise<{ organisation: string } & Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Unknown, not for this person, switched off, or an address that no record can have: a page says the same to all of them. */
const notThere: ReadonlySet<RefusalCode> = new Set(["not_found", "forbidden", "off", "invalid"]);

/**
 * All reads of one page: `const data = await readPage(slug, ({ ask }) => ask(caseload, {…}))`. A page, its layouts and what they
 * say about themselves share one transaction. Who may not see it gets the "not found" page, whatever the reason.
 */
export async function readPage<Output>(
  organisation: string,
  work: (context: QueryContext & Visit) => Promise<Output>,
): Promise<Output> {
  const request = await requestFacts();
  try {
    return await visiting(organisation, (visit) =>
      askTogether(visit.actor, (context) => work({ ...context, ...visit }), { ...request, join: visit.tx }),
    );
  } catch (error) {
    if (error instanceof Refusal && notThere.has(error.code)) notFound();
    throw error;
  }
}
