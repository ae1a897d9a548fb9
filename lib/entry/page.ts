import "server-only";
import { notFound } from "next/navigation";
import { currentActor } from "@/lib/identity/current-actor";
import { requestFacts } from "@/lib/entry/request";
import type { PersonActor } from "@/lib/platform/actor";
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
 * All reads of one page, in one transaction: `const data = await readPage(slug, ({ ask }) => ask(caseload, {…}))`. Who may
 * not see it gets the "not found" page, whatever the reason.
 */
export async function readPage<Output>(
  organisation: string,
  work: (context: QueryContext & { actor: PersonActor }) => Promise<Output>,
): Promise<Output> {
  const request = await requestFacts();
  try {
    const actor = await currentActor(organisation);
    return await askTogether(actor, (context) => work({ ...context, actor }), request);
  } catch (error) {
    if (error instanceof Refusal && notThere.has(error.code)) notFound();
    throw error;
  }
}
