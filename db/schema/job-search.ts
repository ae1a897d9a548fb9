import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/*
 * A person's own search for the next position. Everything belongs to the person who searches (`personId`), not to a programme:
 * a second programme finds the contacts of the first.
 */

interface Owned {
  organisationId: Parameters<typeof belongsTo>[0]["organisationId"];
  personId: Parameters<typeof belongsTo>[0]["from"];
}

const ofPerson = (table: Owned) => belongsTo({ organisationId: table.organisationId, from: table.personId }, people);

/** A company that the person has in view. */
export const searchCompanies = tenantTable(
  "search_companies",
  {
    personId: uuid().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    website: text().notNull().default(""),
    place: text().notNull().default(""),
    /** How well it fits what the person looks for: 0 not weighed yet, 3 very well. */
    fit: integer().notNull().default(0),
    notes: text().notNull().default(""),
  },
  (table) => [
    check("search_companies_fit_check", sql`${table.fit} between 0 and 3`),
    uniqueIndex("search_companies_name_key")
      .on(table.organisationId, table.personId, table.nameKey)
      .where(sql`${table.deletedAt} is null`),
    index("search_companies_by_name_idx").on(table.organisationId, table.personId, table.nameKey, table.id),
    ofPerson(table),
  ],
);

/** Somebody whom the person knows, or would like to. */
export const searchContacts = tenantTable(
  "search_contacts",
  {
    personId: uuid().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    companyName: text().notNull().default(""),
    companyKey: text().notNull().default(""),
    role: text().notNull().default(""),
    /** 1 met once, 2 knows well, 3 would vouch for the person. */
    strength: integer().notNull().default(1),
    relation: text().notNull().default(""),
    email: text().notNull().default(""),
    phone: text().notNull().default(""),
    notes: text().notNull().default(""),
    connectedOn: date({ mode: "string" }),
    /** The day of the latest outreach, kept by the commands. Civil date in the person's zone. */
    lastContactOn: date({ mode: "string" }),
    /** The earliest promise that is open, kept by the commands. */
    followUpOn: date({ mode: "string" }),
    /** Nobody but the person sees it, the consultant neither. */
    private: boolean().notNull().default(false),
  },
  (table) => [
    check("search_contacts_strength_check", sql`${table.strength} between 1 and 3`),
    index("search_contacts_by_name_idx").on(table.organisationId, table.personId, table.nameKey, table.id),
    index("search_contacts_by_last_contact_idx").on(
      table.organisationId,
      table.personId,
      table.lastContactOn,
      table.id,
    ),
    index("search_contacts_by_company_idx").on(table.organisationId, table.personId, table.companyKey),
    ofPerson(table),
  ],
);

/** A position that the person goes for. */
export const opportunities = tenantTable(
  "opportunities",
  {
    personId: uuid().notNull(),
    title: text().notNull(),
    titleKey: text().notNull(),
    companyName: text().notNull(),
    companyKey: text().notNull(),
    place: text().notNull().default(""),
    source: text().notNull().default(""),
    link: text().notNull().default(""),
    /** A year's pay, in minor units of the currency. */
    payFromMinor: bigint({ mode: "number" }),
    payToMinor: bigint({ mode: "number" }),
    currency: text().notNull().default("EUR"),
    stage: text().notNull().default("target"),
    stageSince: moment().notNull(),
    /** Why it ended, where it did. */
    endReason: text().notNull().default(""),
    nextAction: text().notNull().default(""),
    /** Civil date in the person's zone. */
    nextActionOn: date({ mode: "string" }),
    /** The next action's day of which the person was told. */
    remindedOn: date({ mode: "string" }),
    notes: text().notNull().default(""),
    /** Of an accepted offer. */
    acceptedOn: date({ mode: "string" }),
    startsOn: date({ mode: "string" }),
    /** A year's pay that was agreed; the range above is what was offered. */
    agreedPayEncrypted: text(),
  },
  (table) => [
    check(
      "opportunities_stage_check",
      sql`${table.stage} in ('target', 'applied', 'interviewing', 'offer', 'accepted', 'declined', 'closed')`,
    ),
    index("opportunities_by_stage_idx").on(table.organisationId, table.personId, table.stage, table.stageSince),
    index("opportunities_by_company_idx").on(table.organisationId, table.personId, table.companyKey, table.id),
    index("opportunities_sweep_due_idx")
      .on(table.organisationId, table.nextActionOn)
      .where(sql`${table.deletedAt} is null and ${table.nextActionOn} is not null`),
    ofPerson(table),
  ],
);

/** Each move of an opportunity, so that interviews per offer and the time in a stage can be counted. */
export const opportunityMoves = tenantTable(
  "opportunity_moves",
  {
    personId: uuid().notNull(),
    opportunityId: uuid().notNull(),
    /** Null for where it began. */
    fromStage: text(),
    toStage: text().notNull(),
    at: moment().notNull(),
    reason: text().notNull().default(""),
  },
  (table) => [
    index("opportunity_moves_by_opportunity_idx").on(table.organisationId, table.opportunityId, table.at),
    index("opportunity_moves_by_person_idx").on(table.organisationId, table.personId, table.at),
    belongsTo({ organisationId: table.organisationId, from: table.opportunityId }, opportunities),
    ofPerson(table),
  ],
);

/** Somebody was written to, called or met. */
export const outreach = tenantTable(
  "outreach",
  {
    personId: uuid().notNull(),
    contactId: uuid(),
    opportunityId: uuid(),
    kind: text().notNull(),
    /** Civil date in the person's zone. */
    on: date({ mode: "string" }).notNull(),
    /** What it was about, and what came of it. */
    note: text().notNull().default(""),
    followUpOn: date({ mode: "string" }),
    followUpDoneAt: moment(),
    remindedOn: date({ mode: "string" }),
  },
  (table) => [
    check("outreach_kind_check", sql`${table.kind} in ('mail', 'message', 'call', 'meeting')`),
    index("outreach_by_day_idx").on(table.organisationId, table.personId, table.on, table.id),
    index("outreach_by_contact_idx").on(table.organisationId, table.contactId, table.on),
    index("outreach_by_opportunity_idx").on(table.organisationId, table.opportunityId, table.on),
    index("outreach_sweep_due_idx")
      .on(table.organisationId, table.followUpOn)
      .where(sql`${table.deletedAt} is null and ${table.followUpOn} is not null and ${table.followUpDoneAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.contactId }, searchContacts),
    belongsTo({ organisationId: table.organisationId, from: table.opportunityId }, opportunities),
    ofPerson(table),
  ],
);

/** What a person set out to do in a week. What was done is counted from outreach and moves. */
export const searchWeeks = tenantTable(
  "search_weeks",
  {
    personId: uuid().notNull(),
    /** The Monday, in the person's zone. */
    monday: date({ mode: "string" }).notNull(),
    contacts: integer().notNull(),
    applications: integer().notNull(),
    conversations: integer().notNull(),
  },
  (table) => [
    unique("search_weeks_organisation_id_person_id_monday_key").on(table.organisationId, table.personId, table.monday),
    ofPerson(table),
  ],
);

/** What matters to a person in an offer, and how much. */
export const offerCriteria = tenantTable(
  "offer_criteria",
  {
    personId: uuid().notNull(),
    name: text().notNull(),
    /** 0 does not count, 5 counts most. */
    weight: integer().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    check("offer_criteria_weight_check", sql`${table.weight} between 0 and 5`),
    index("offer_criteria_organisation_id_person_id_idx").on(table.organisationId, table.personId, table.position),
    ofPerson(table),
  ],
);

/** How well an offer does on a criterion, 1 to 5. */
export const offerScores = tenantTable(
  "offer_scores",
  {
    personId: uuid().notNull(),
    opportunityId: uuid().notNull(),
    criterionId: uuid().notNull(),
    score: integer().notNull(),
  },
  (table) => [
    check("offer_scores_score_check", sql`${table.score} between 1 and 5`),
    unique("offer_scores_organisation_id_opportunity_id_criterion_id_key").on(
      table.organisationId,
      table.opportunityId,
      table.criterionId,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.opportunityId }, opportunities),
    belongsTo({ organisationId: table.organisationId, from: table.criterionId }, offerCriteria),
    ofPerson(table),
  ],
);
