import { sql } from "drizzle-orm";
import { boolean, date, doublePrecision, index, integer, numeric, smallint, text, uuid } from "drizzle-orm/pg-core";
import { programmes } from "@/db/schema/programmes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A list of values, one for each row that counts; `{}` where none does. */
const none = sql`'{}'`;

/**
 * What figures count of a programme, in one narrow row: whose it is, its days in the organisation's zone, and a day for each activity,
 * completed phase, interview and offer. `id` is the programme's. Nobody writes it: Postgres keeps it in the transaction of each change
 * (db/sql/figures_at_hand.sql says what counts), so that figures of a hundred thousand programmes need no other table.
 */
export const programmeFacts = tenantTable(
  "programme_facts",
  {
    executiveId: uuid().notNull(),
    consultantId: uuid().notNull(),
    packageId: uuid().notNull(),
    teamId: uuid(),
    invitedAt: moment().notNull(),
    acceptedAt: moment(),
    endedAt: moment(),
    firstContactAt: moment(),
    /** When both last heard of each other; before the first contact the activation, before that the acceptance. */
    heardAt: moment(),
    acceptedOn: date({ mode: "string" }),
    activatedOn: date({ mode: "string" }),
    noticeOn: date({ mode: "string" }),
    endedOn: date({ mode: "string" }),
    /** Of the landing that stands, as the two below. */
    landedOn: date({ mode: "string" }),
    /** Of an activated programme that ended: its landing, else its end. */
    closedOn: date({ mode: "string" }),
    /** The last day of which anything here tells; null while it runs. */
    lastOn: date({ mode: "string" }),
    phasePosition: integer().notNull(),
    satisfaction: integer(),
    replacementRatio: numeric({ precision: 8, scale: 4, mode: "number" }),
    /** The company that pays, as it is called now, and its industry; empty where none is known. */
    payer: text().notNull().default(""),
    industry: text().notNull().default(""),
    /** Activities that came due while the programme ran: the day, whether each is done, and its phase. */
    activitiesOn: date({ mode: "string" }).array().notNull().default(none),
    activitiesDone: boolean().array().notNull().default(none),
    activityPhases: smallint().array().notNull().default(none),
    /** Phases that were completed: the day, their position, and how many days the executive stayed in each. */
    phasesOn: date({ mode: "string" }).array().notNull().default(none),
    phasePositions: smallint().array().notNull().default(none),
    phaseDays: doublePrecision().array().notNull().default(none),
    /** Positions of the search that came to interviews, or to an offer, for the first time while the programme ran. */
    reachedOn: date({ mode: "string" }).array().notNull().default(none),
    reachedOffer: boolean().array().notNull().default(none),
    /** Sessions that were held, missed, or given up too late: the day, whether the executive came, and what they gave of 5; null where they said nothing. */
    sessionsOn: date({ mode: "string" }).array().notNull().default(none),
    sessionsCame: boolean().array().notNull().default(none),
    sessionsRated: smallint().array().notNull().default(none),
  },
  (table) => [
    index("programme_facts_by_close_idx").on(table.organisationId, table.closedOn),
    index("programme_facts_by_activation_idx").on(table.organisationId, table.activatedOn),
    index("programme_facts_by_acceptance_idx").on(table.organisationId, table.acceptedOn),
    index("programme_facts_by_landing_idx").on(table.organisationId, table.landedOn),
    index("programme_facts_by_last_day_idx").on(table.organisationId, table.lastOn),
    index("programme_facts_by_consultant_idx").on(table.organisationId, table.consultantId),
    belongsTo({ organisationId: table.organisationId, from: table.id }, programmes).onDelete("cascade"),
  ],
);
