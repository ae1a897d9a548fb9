import { sql } from "drizzle-orm";
import { boolean, check, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

const kinds = sql.raw("('work-style', 'values', 'interests')");

/** An inventory that a person filled in, or is filling in. The answers are sealed; the person alone decides who reads what comes of them. */
export const inventoryTakes = tenantTable(
  "inventory_takes",
  {
    personId: uuid().notNull(),
    inventory: text().notNull(),
    /** Version of the items: scores are compared within one only. */
    form: integer().notNull(),
    answersEncrypted: text().notNull(),
    answered: integer().notNull().default(0),
    finishedAt: moment(),
  },
  (table) => [
    check("inventory_takes_inventory_check", sql`${table.inventory} in ${kinds}`),
    index("inventory_takes_organisation_id_person_id_idx").on(
      table.organisationId,
      table.personId,
      table.inventory,
      table.finishedAt,
    ),
    uniqueIndex("inventory_takes_one_open_key")
      .on(table.organisationId, table.personId, table.inventory)
      .where(sql`${table.finishedAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** Whether the person shares what came of an inventory with the consultant. No row: only the person sees it. */
export const inventorySharing = tenantTable(
  "inventory_sharing",
  { personId: uuid().notNull(), inventory: text().notNull(), withConsultant: boolean().notNull() },
  (table) => [
    check("inventory_sharing_inventory_check", sql`${table.inventory} in ${kinds}`),
    unique("inventory_sharing_organisation_id_person_id_inventory_key").on(
      table.organisationId,
      table.personId,
      table.inventory,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);
