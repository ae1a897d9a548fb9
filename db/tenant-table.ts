import { sql } from "drizzle-orm";
import type { BuildExtraConfigColumns } from "drizzle-orm";
import {
  foreignKey,
  integer,
  pgPolicy,
  pgRole,
  pgTable,
  timestamp,
  unique,
  uuid,
  type AnyPgColumn,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
} from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** The roles that policies speak of. They are made by hand-written SQL (`db/sql/wall.sql`), never by drizzle-kit. */
export const appRole = pgRole("landfall_app").existing();
export const identityRole = pgRole("landfall_identity").existing();
export const sweepRole = pgRole("landfall_sweep").existing();
export const backupRole = pgRole("landfall_backup").existing();

/** The organisation of this transaction, as Postgres sees it. In a scalar subselect, so that it is computed once a query. */
const organisationOfTransaction = sql`(select current_organisation())`;

/** A time-sortable identifier, made by the application so that a record has its id before it is stored. */
export const newId = (): string => uuidv7();

export const moment = () => timestamp({ withTimezone: true, mode: "date" });

const tenantColumns = {
  id: uuid().primaryKey().$defaultFn(newId),
  organisationId: uuid()
    .notNull()
    .default(sql`current_organisation()`),
  /** Rises by one with each change; an edit names the version that it saw. */
  version: integer().notNull().default(1),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
  /** Soft deletion: a predicate of queries, never of the policy (an update that hides a row from its own policy is refused). */
  deletedAt: moment(),
};

type TenantColumns = typeof tenantColumns;

/**
 * A table that belongs to organisations: identity, version, dates, and the wall (row-level security for the application
 * role, a second policy for the backup role). Indexes and unique keys that a caller adds lead with `organisationId`;
 * foreign keys are made with {@link belongsTo}, because a plain one points across the wall in spite of row-level security.
 */
export function tenantTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
  extra: (table: BuildExtraConfigColumns<Name, TenantColumns & Columns, "pg">) => PgTableExtraConfigValue[] = () => [],
) {
  return pgTable(name, { ...tenantColumns, ...columns } as TenantColumns & Columns, (table) => {
    const own = table as unknown as BuildExtraConfigColumns<Name, TenantColumns & Columns, "pg"> & {
      organisationId: AnyPgColumn;
      id: AnyPgColumn;
    };
    const inside = sql`${own.organisationId} = ${organisationOfTransaction}`;
    return [
      unique(`${name}_organisation_id_id_key`).on(own.organisationId as never, own.id as never),
      pgPolicy("wall", { for: "all", to: appRole, using: inside, withCheck: inside }),
      pgPolicy("backup", { for: "all", to: backupRole, using: sql`true`, withCheck: sql`true` }),
      ...extra(own),
    ];
  });
}

/** A foreign key that carries the organisation, `(organisation_id, x_id)`, so that it cannot point into another one. */
export function belongsTo(
  columns: { organisationId: AnyPgColumn; from: AnyPgColumn },
  target: { organisationId: AnyPgColumn; id: AnyPgColumn },
  name?: string,
) {
  return foreignKey({
    ...(name ? { name } : {}),
    columns: [columns.organisationId, columns.from],
    foreignColumns: [target.organisationId, target.id],
  });
}
