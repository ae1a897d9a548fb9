import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** The career plan of a programme: where to look, beside its goals and milestones. One a programme. */
export const careerPlans = tenantTable(
  "career_plans",
  {
    programmeId: uuid().notNull(),
    /** Rises when the plan changes after somebody signed it off; what was signed is kept in `plan_editions`. */
    edition: integer().notNull().default(1),
    /** One a line. */
    targetRoles: text().notNull().default(""),
    /** One a line. */
    targetCompanies: text().notNull().default(""),
    /** What to do when no goal turns out to be within reach. */
    alternative: text().notNull().default(""),
  },
  (table) => [
    unique("career_plans_organisation_id_programme_id_key").on(table.organisationId, table.programmeId),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
  ],
);

/** Where a plan leads, and why: one goal or several, the first one first. */
export const planGoals = tenantTable(
  "plan_goals",
  {
    planId: uuid().notNull(),
    goal: text().notNull(),
    occupation: text().notNull().default(""),
    motives: text().notNull().default(""),
    position: integer().notNull(),
  },
  (table) => [
    index("plan_goals_organisation_id_plan_id_idx").on(table.organisationId, table.planId, table.position),
    belongsTo({ organisationId: table.organisationId, from: table.planId }, careerPlans),
  ],
);

export const planMilestones = tenantTable(
  "plan_milestones",
  {
    planId: uuid().notNull(),
    title: text().notNull(),
    /** Civil date. */
    dueOn: date({ mode: "string" }),
    position: integer().notNull(),
    doneAt: moment(),
  },
  (table) => [
    index("plan_milestones_organisation_id_plan_id_idx").on(table.organisationId, table.planId, table.position),
    belongsTo({ organisationId: table.organisationId, from: table.planId }, careerPlans),
  ],
);

export const planSteps = tenantTable(
  "plan_steps",
  {
    milestoneId: uuid().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
    doneAt: moment(),
    donePersonId: uuid(),
  },
  (table) => [
    index("plan_steps_organisation_id_milestone_id_idx").on(table.organisationId, table.milestoneId, table.position),
    belongsTo({ organisationId: table.organisationId, from: table.milestoneId }, planMilestones),
    belongsTo({ organisationId: table.organisationId, from: table.donePersonId }, people),
  ],
);

/** What a plan said when it was signed off, kept as it was so that editions can be compared. */
export const planEditions = tenantTable(
  "plan_editions",
  {
    planId: uuid().notNull(),
    number: integer().notNull(),
    content: jsonb().notNull(),
    keptAt: moment().notNull(),
  },
  (table) => [
    unique("plan_editions_organisation_id_plan_id_number_key").on(table.organisationId, table.planId, table.number),
    belongsTo({ organisationId: table.organisationId, from: table.planId }, careerPlans),
  ],
);

/** Who agreed to which edition, and when. An edition is agreed when both parts have. */
export const planSignoffs = tenantTable(
  "plan_signoffs",
  {
    planId: uuid().notNull(),
    edition: integer().notNull(),
    part: text().notNull(),
    personId: uuid().notNull(),
    signedAt: moment().notNull(),
  },
  (table) => [
    check("plan_signoffs_part_check", sql`${table.part} in ('executive', 'consultant')`),
    unique("plan_signoffs_organisation_id_plan_id_edition_part_key").on(
      table.organisationId,
      table.planId,
      table.edition,
      table.part,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.planId }, careerPlans),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);
