import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { nameKey } from "@/lib/platform/keys";
import type { QueryContext } from "@/lib/platform/operation";
import { withFields, type ListFields } from "@/lib/platform/list-fields";
import { decodeCursor, encodeCursor, type Cursor } from "@/lib/platform/list-cursor";
import type { CellValue, ListColumn, ListFilter, ListPage } from "@/lib/platform/list-types";
import type { Permission } from "@/lib/platform/permissions";
import { Refusal } from "@/lib/platform/refusal";
import type { World } from "@/lib/platform/world";

/*
 * A list declares once its columns, sortable keys, filters and scope; the screen, the address, saved views, export, the API
 * page and "all that match" follow from it. Pages are keyset pages: they do not get slower further down.
 */

export interface ListSource {
  /** What stands after `from`, joins included. */
  from: SQL;
  /** Which rows the actor may see, and which are not deleted. */
  where: SQL;
}

export interface ListColumnDefinition extends ListColumn {
  /** The value of the cell. */
  value: SQL;
  /**
   * Sorting by this column: over which expression (default: its value), whether it can be null (null comes last, both ways), and
   * what must be joined for it.
   */
  sort?: { by?: SQL; nullable?: boolean; join?: SQL };
}

export interface ListFilterDefinition extends ListFilter {
  /** The condition for a value as it stands in the address; undefined when the value says nothing. */
  condition(value: string, context: QueryContext): SQL | undefined;
}

export interface List {
  name: string;
  permission: Permission;
  columns: readonly ListColumnDefinition[];
  filters: readonly ListFilterDefinition[];
  /** Columns searched by `q`, as normalised keys. */
  text?: readonly SQL[];
  /** What makes the order total; `id` of the leading table. */
  key: SQL;
  defaultSort: { column: string; descending: boolean };
  source(context: QueryContext): ListSource;
  /** The rows are records to which organisations add fields: these are columns, filters and sorts too. */
  fields?: ListFields;
  /** Where a row leads, below the organisation; it is given the row's id, or `target` where the list has one. */
  href?(id: string): string;
  /** The id of the record that a row leads to, where the row is a part of it. */
  target?: SQL;
  example?(world: World): Partial<ListState>;
}

export const ListState = z.strictObject({
  sort: z.string().optional(),
  descending: z.boolean().optional(),
  q: z.string().max(200).optional(),
  filters: z.record(z.string(), z.string()).optional(),
  /** Only these rows, by id. */
  only: z.array(z.uuid()).max(1000, "At most 1,000 rows can be chosen one by one.").optional(),
  /** Not these rows. */
  except: z.array(z.uuid()).max(1000, "At most 1,000 rows can be left out one by one.").optional(),
  after: z.string().max(2000).optional(),
  before: z.string().max(2000).optional(),
  limit: z.int().min(1).max(1000).optional(),
});
export type ListState = z.infer<typeof ListState>;

/** Above this many rows the number is an estimate of the planner's, and says so. */
export const exactUpTo = 1000;

/** Declares a list. */
export const list = (definition: List): List => definition;

/** One page of a list, as the actor may see it. */
export async function readList(context: QueryContext, declared: List, state: ListState): Promise<ListPage> {
  const definition = await withFields(context, declared);
  const limit = state.limit ?? 50;
  const plan = planOf(context, definition, state);
  const backwards = state.before !== undefined;
  const cursor = backwards ? state.before : state.after;
  const place = cursor ? decodeCursor(cursor, plan.sortKey) : null;
  const downwards = plan.descending !== backwards;
  const where = place ? sql`${plan.where} and ${keyset(plan, place, downwards, backwards)}` : plan.where;
  const rows = await run(
    context,
    sql`select ${definition.key} as "__id", ${definition.target ?? definition.key} as "__target", (${plan.by})::text as "__place",
               (${counted(plan)}) as "__matching", ${columnsOf(definition)}
        from ${plan.from} ${plan.join} where ${where}
        order by ${order(plan, downwards, backwards)} limit ${limit + 1}`,
  );
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (backwards) page.reverse();
  const first = page[0];
  const last = page.at(-1);
  const hasNext = backwards ? true : more;
  const hasBefore = backwards ? more : place !== null;
  const count = await countOf(context, plan, first ? Number(first.__matching) : place ? null : 0);
  return {
    rows: page.map((row) => cellsOf(definition, row)),
    next: hasNext && last ? cursorOf(plan, last) : undefined,
    before: hasBefore && first ? cursorOf(plan, first) : undefined,
    estimate: count.rows,
    estimateIsExact: count.exact,
  };
}

/** Where a row stands in a list, as a cursor to read on from, whether or not it matches the filters; null for one that the actor does not see. */
export async function placeIn(
  context: QueryContext,
  definition: List,
  { sort, descending }: ListState,
  id: string,
): Promise<string | null> {
  const plan = planOf(context, definition, { sort, descending, only: [id] });
  const [row] = await run(
    context,
    sql`select ${plan.key} as "__id", (${plan.by})::text as "__place" from ${plan.from} ${plan.join} where ${plan.where} limit 1`,
  );
  return row ? cursorOf(plan, row) : null;
}

/** How many rows match, as the actor may see them; exact up to {@link exactUpTo}, the planner's estimate above. */
export async function countList(context: QueryContext, definition: List, state: ListState): Promise<number> {
  return (await countOf(context, planOf(context, definition, state), null)).rows;
}

/** All rows that match, however many, page by page. */
export async function* readAll(context: QueryContext, declared: List, state: ListState) {
  const definition = await withFields(context, declared);
  let after: string | undefined;
  do {
    const page: ListPage = await readList(context, definition, { ...state, before: undefined, after, limit: 1000 });
    yield* page.rows;
    after = page.next;
  } while (after);
}

/** All rows that match, as the parts of a statement of one's own: for what is done to many rows at once. */
export async function rowsMatching(
  context: QueryContext,
  declared: List,
  state: ListState,
): Promise<{ from: SQL; where: SQL; order: SQL }> {
  const plan = planOf(context, await withFields(context, declared), state);
  return {
    from: sql`${plan.from} ${plan.join}`,
    where: plan.where,
    order: order(plan, plan.descending, false),
  };
}

/** The statement of the first page, for the walk that looks at its plan; without fields of the organisation's own, unless `withFields` added them. */
export function statementOf(context: QueryContext, definition: List, state: ListState): SQL {
  const plan = planOf(context, definition, state);
  return sql`select ${definition.key} as "__id", ${columnsOf(definition)} from ${plan.from} ${plan.join} where ${plan.where}
             order by ${order(plan, plan.descending, false)} limit 51`;
}

interface Plan {
  from: SQL;
  join: SQL;
  where: SQL;
  by: SQL;
  key: SQL;
  nullable: boolean;
  descending: boolean;
  sortKey: string;
}

function planOf(context: QueryContext, definition: List, state: ListState): Plan {
  const sortKey = state.sort ?? definition.defaultSort.column;
  const column = definition.columns.find((candidate) => candidate.key === sortKey && candidate.sortable);
  if (!column) throw new Refusal("invalid", `This list cannot be sorted by “${sortKey}”.`, "sort");
  const { from, where } = definition.source(context);
  const conditions = [where];
  for (const [key, value] of Object.entries(state.filters ?? {})) {
    const filter = definition.filters.find((candidate) => candidate.key === key);
    if (!filter) throw new Refusal("invalid", `This list has no filter “${key}”.`, `filters.${key}`);
    const condition = filter.condition(value, context);
    if (condition) conditions.push(condition);
  }
  if (state.only) conditions.push(sql`${definition.key} = any(${idsOf(state.only)})`);
  if (state.except?.length) conditions.push(sql`${definition.key} <> all(${idsOf(state.except)})`);
  const words = state.q?.trim();
  if (words && definition.text?.length) conditions.push(matches(definition.text, words));
  return {
    from,
    join: column.sort?.join ?? sql``,
    where: sql.join(
      conditions.map((condition) => sql`(${condition})`),
      sql` and `,
    ),
    by: column.sort?.by ?? column.value,
    key: definition.key,
    nullable: column.sort?.nullable ?? false,
    descending: state.descending ?? (state.sort === undefined ? definition.defaultSort.descending : false),
    sortKey,
  };
}

/** As one parameter: drizzle would spread an array over many. */
const idsOf = (ids: readonly string[]): SQL => sql`string_to_array(${ids.join(",")}, ',')::uuid[]`;

/** Every word of the query must stand somewhere in one of the (normalised) columns. */
function matches(columns: readonly SQL[], words: string): SQL {
  const each = nameKey(words)
    .split(" ")
    .slice(0, 8)
    .map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return sql`(${sql.join(
        columns.map((column) => sql`${column} like ${pattern}`),
        sql` or `,
      )})`;
    });
  return sql.join(each, sql` and `);
}

/** Rows beyond the cursor. Null comes last in both directions, so going on from a value includes the nulls and going back excludes them. */
function keyset(plan: Plan, place: Cursor, downwards: boolean, backwards: boolean): SQL {
  const compare = downwards ? sql`<` : sql`>`;
  const typed = sql`${place.value}`;
  const tuple = sql`(${plan.by}, ${plan.key}) ${compare} (${typed}, ${place.id}::uuid)`;
  if (!plan.nullable) return tuple;
  if (place.value === null) {
    const within = sql`(${plan.by} is null and ${plan.key} ${compare} ${place.id}::uuid)`;
    return backwards ? sql`(${within} or ${plan.by} is not null)` : within;
  }
  return backwards ? tuple : sql`(${tuple} or ${plan.by} is null)`;
}

function order(plan: Plan, downwards: boolean, backwards: boolean): SQL {
  const direction = downwards ? sql`desc` : sql`asc`;
  // A column that has no nulls is ordered without saying so, or the planner would not take its index for `desc`.
  const nulls = plan.nullable ? (backwards ? sql` nulls first` : sql` nulls last`) : sql``;
  return sql`${plan.by} ${direction}${nulls}, ${plan.key} ${direction}`;
}

const columnsOf = (definition: List): SQL =>
  sql.join(
    definition.columns.map((column) => sql`${column.value} as ${sql.identifier(column.key)}`),
    sql`, `,
  );

type RawRow = Record<string, unknown>;

async function run(context: QueryContext, statement: SQL): Promise<RawRow[]> {
  const result = (await context.tx.execute(statement)) as unknown as { rows: RawRow[] };
  return result.rows;
}

function cellsOf(definition: List, row: RawRow): ListPage["rows"][number] {
  const id = String(row.__id);
  const cells: Record<string, CellValue> = {};
  for (const column of definition.columns) cells[column.key] = (row[column.key] ?? null) as CellValue;
  return { id, cells, ...(definition.href ? { href: definition.href(String(row.__target)) } : {}) };
}

const cursorOf = (plan: Plan, row: RawRow): string =>
  encodeCursor({ value: row.__place === null ? null : String(row.__place), id: String(row.__id) }, plan.sortKey);

/** Counts what matches, as a statement or as a part of one; it stops where the planner's estimate takes over. */
const counted = (plan: Plan): SQL =>
  sql`select count(*)::int as rows from (select 1 from ${plan.from} where ${plan.where} limit ${exactUpTo + 1}) as matching`;

/** How many match: as counted along with the rows, or counted now (`null`), when a place is beyond the last row. */
async function countOf(
  context: QueryContext,
  plan: Plan,
  known: number | null,
): Promise<{ rows: number; exact: boolean }> {
  const rows = known ?? Number((await run(context, counted(plan)))[0]?.rows ?? 0);
  if (rows <= exactUpTo) return { rows, exact: true };
  const [explained] = await run(context, sql`explain (format json) select 1 from ${plan.from} where ${plan.where}`);
  const outline = explained?.["QUERY PLAN"] as Array<{ Plan: { "Plan Rows": number } }> | undefined;
  return { rows: Math.max(exactUpTo + 1, Math.round(outline?.[0]?.Plan["Plan Rows"] ?? 0)), exact: false };
}
