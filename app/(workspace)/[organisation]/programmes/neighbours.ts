import { cookies } from "next/headers";
import { cache } from "react";
import { rememberedList } from "@/components/neighbours/list-memory";
import { neighboursIn } from "@/lib/entry/list-neighbours";
import { readPage } from "@/lib/entry/page";
import { reachesOthers } from "@/lib/platform/actor";
import { caseload } from "@/lib/programmes/lists";
import { executivesOf } from "@/lib/programmes/queries/executives-of";

/** What the caseload shows to who asks it for nothing: everybody who is still on the way. */
export const runningSearch = "f.running=yes";

/**
 * Who stands before and after a programme in the list from which the person came, else in the caseload. An executive has no neighbours.
 * Read once for a page and its layouts.
 */
export const neighboursOf = cache(async (organisation: string, id: string) => {
  const search = rememberedList(await cookies()) ?? runningSearch;
  return readPage(organisation, async (context) => {
    if (!reachesOthers(context.actor, caseload.permission)) return { previous: null, next: null };
    const { previous, next } = await neighboursIn(context, caseload, new URLSearchParams(search), id);
    const found = await context.ask(executivesOf, { ids: [previous, next].filter((one) => one !== null) });
    const whose = (one: string | null) => found.find((row) => row.id === one) ?? null;
    return { previous: whose(previous), next: whose(next) };
  });
});
