import "server-only";
import type { Need } from "@/components/homes/administrator-home";
import { mailList } from "@/lib/mail/queries";
import { peopleList } from "@/lib/people/lists";
import { may, type PersonActor } from "@/lib/platform/actor";
import { countList, type List } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { caseload } from "@/lib/programmes/lists";

/** What an administrator should not overlook: each is a list with a filter, and leads to it. */
const watched: ReadonlyArray<{ key: Need["key"]; list: List; page: string; filter: [key: string, value: string] }> = [
  { key: "late", list: caseload, page: "/programmes", filter: ["late", "yes"] },
  { key: "quiet", list: caseload, page: "/programmes", filter: ["quiet", "yes"] },
  { key: "ending", list: caseload, page: "/programmes", filter: ["endsWithin", "..30"] },
  { key: "invited", list: peopleList, page: "/people", filter: ["status", "invited"] },
  { key: "mail", list: mailList, page: "/mailbox", filter: ["state", "undelivered"] },
];

/** Those of them that hold rows now and that the actor may open, in the same transaction as the rest of the page. */
export async function needsOf(context: QueryContext & { actor: PersonActor }): Promise<Need[]> {
  const needs: Need[] = [];
  for (const { key, list, page, filter } of watched) {
    if (!may(context.actor, list.permission)) continue;
    const count = await countList(context, list, { filters: Object.fromEntries([filter]) });
    if (count > 0) needs.push({ key, count, path: `${page}?f.${filter[0]}=${filter[1]}` });
  }
  return needs;
}
