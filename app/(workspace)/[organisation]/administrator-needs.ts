import "server-only";
import type { LastImport, Need, RunsOut } from "@/components/homes/administrator-home";
import { batchList } from "@/lib/batches/queries";
import { exportList } from "@/lib/exports/queries";
import { importList } from "@/lib/imports/queries";
import { mailList } from "@/lib/mail/queries";
import { peopleList } from "@/lib/people/lists";
import { seatsTaken } from "@/lib/people/seats";
import { may, type PersonActor } from "@/lib/platform/actor";
import { countList, readList, type List } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { limitOf } from "@/lib/platform/plans";
import { caseload } from "@/lib/programmes/lists";
import { clockList } from "@/lib/sla/lists";
import { engagementList } from "@/lib/sponsors/lists";

type Context = QueryContext & { actor: PersonActor };

interface Watched<Key> {
  key: Key;
  list: List;
  page: string;
  filters: Record<string, string>;
}

/** What went wrong or waits for somebody: each is a list with filters, and leads to where it is put right. */
const watched: ReadonlyArray<Watched<Need["key"]>> = [
  { key: "importsFailed", list: importList, page: "/imports", filters: { state: "failed" } },
  { key: "exports", list: exportList, page: "/exports", filters: { status: "failed" } },
  { key: "batches", list: batchList, page: "/batches", filters: { status: "failed" } },
  { key: "mail", list: mailList, page: "/mailbox", filters: { state: "undelivered" } },
  { key: "invitationOver", list: peopleList, page: "/people", filters: { invitationOver: "yes" } },
  { key: "invited", list: peopleList, page: "/people", filters: { status: "invited", invitationOver: "no" } },
  { key: "imports", list: importList, page: "/imports", filters: { state: "uploaded,mapped,previewed" } },
  { key: "promisesLate", list: clockList, page: "/clocks", filters: { standing: "late" } },
  { key: "promisesAtRisk", list: clockList, page: "/clocks", filters: { standing: "at-risk" } },
  { key: "late", list: caseload, page: "/programmes", filters: { late: "yes" } },
  { key: "quiet", list: caseload, page: "/programmes", filters: { quiet: "yes" } },
];

/** What comes to its end by itself. */
const ending: ReadonlyArray<
  Watched<Extract<RunsOut["key"], "contractsEnding" | "contractsFull" | "programmesEnding">>
> = [
  { key: "contractsFull", list: engagementList, page: "/engagements", filters: { state: "full" } },
  { key: "contractsEnding", list: engagementList, page: "/engagements", filters: { endsWithin: "..60" } },
  { key: "programmesEnding", list: caseload, page: "/programmes", filters: { endsWithin: "..30" } },
];

/** What an administrator should not overlook, as far as they may open it, in the same transaction as the rest of the page. */
export const needsOf = (context: Context): Promise<Need[]> => counted(context, watched);

/** What runs out: the trial, the seats of the plan, contracts, programmes. */
export async function runsOutOf(context: Context): Promise<RunsOut[]> {
  const { actor, organisation, tx } = context;
  const found: RunsOut[] = [];
  if (may(actor, "organisation:write")) {
    if (organisation.trialEndsAt && !organisation.demo)
      found.push({ key: "trial", on: organisation.trialEndsAt, path: "/settings" });
    const seats = limitOf(organisation, "seats");
    const taken = Number.isFinite(seats) ? await seatsTaken(tx) : 0;
    if (Number.isFinite(seats) && taken >= seats * 0.8) found.push({ key: "seats", taken, of: seats, path: "/people" });
  }
  return [...found, ...(await counted(context, ending))];
}

/** How many people can sign in; null for who may not see them. */
export const signInsOf = async (context: Context): Promise<number | null> =>
  may(context.actor, peopleList.permission) ? countList(context, peopleList, { filters: { status: "active" } }) : null;

/** The import that began last; null where there was none, or where the actor runs none. */
export async function lastImportOf(context: Context): Promise<LastImport | null> {
  if (!may(context.actor, importList.permission)) return null;
  const [row] = (await readList(context, importList, { limit: 1 })).rows;
  if (!row) return null;
  const { file, state, rows, at } = row.cells;
  return {
    path: `/imports/${row.id}`,
    file: String(file),
    state: String(state),
    rows: Number(rows),
    at: new Date(String(at)),
  };
}

/** Those that hold rows now and that the actor may open. */
async function counted<Key extends string>(context: Context, lists: ReadonlyArray<Watched<Key>>) {
  const found: Array<{ key: Key; count: number; path: string }> = [];
  for (const { key, list, page, filters } of lists) {
    if (!may(context.actor, list.permission)) continue;
    const count = await countList(context, list, { filters });
    const search = Object.entries(filters).map(([filter, value]) => `f.${filter}=${value}`);
    if (count > 0) found.push({ key, count, path: `${page}?${search.join("&")}` });
  }
  return found;
}
