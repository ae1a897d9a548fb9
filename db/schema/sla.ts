import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgPolicy, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { businessCalendars } from "@/db/schema/business-time";
import { people } from "@/db/schema/people";
import { sponsors } from "@/db/schema/sponsors";
import { belongsTo, moment, sweepRole, tenantTable } from "@/db/tenant-table";

/** Who else hears of a breach, some seconds of work after it: chosen people, and those who look after all clocks. */
export interface StoredEscalation {
  level: number;
  afterSeconds: number;
  people: string[];
  overseers: boolean;
}

/** What a version of a policy promises for one metric. */
export interface StoredPromise {
  seconds: number;
  time: "business" | "calendar";
  /** Shares of the target after which whoever is responsible is warned. */
  warnAt: number[];
  escalations: StoredEscalation[];
}

/** A policy, and of which records it is: of those that have one of the values for each trait that it names (`{ package: [id] }`); of all where it names none. */
export const slaPolicies = tenantTable(
  "sla_policies",
  {
    name: text().notNull(),
    nameKey: text().notNull(),
    matches: jsonb().$type<Record<string, string[]>>().notNull().default({}),
    /** It holds for no new record from then on; what runs by it runs on. */
    withdrawnAt: moment(),
  },
  (table) => [
    uniqueIndex("sla_policies_by_name_idx")
      .on(table.organisationId, table.nameKey)
      .where(sql`${table.withdrawnAt} is null`),
  ],
);

/** What a policy promises from a moment on. Never changed: what was measured by it can be measured again. */
export const slaPolicyVersions = tenantTable(
  "sla_policy_versions",
  {
    policyId: uuid().notNull(),
    number: integer().notNull(),
    /** From when it holds; null: since there is the policy. */
    from: moment(),
    /** What becomes of clocks that run then: they take it (`apply`), or go on by what they have (`keep`). */
    open: text().notNull(),
    calendarId: uuid().notNull(),
    /** By metric. What is not named is not promised. */
    promises: jsonb().$type<Record<string, StoredPromise>>().notNull(),
    byPersonId: uuid(),
  },
  (table) => [
    check("sla_policy_versions_open_check", sql`${table.open} in ('apply', 'keep')`),
    unique("sla_policy_versions_key").on(table.organisationId, table.policyId, table.number),
    belongsTo({ organisationId: table.organisationId, from: table.policyId }, slaPolicies),
    belongsTo({ organisationId: table.organisationId, from: table.calendarId }, businessCalendars),
    belongsTo({ organisationId: table.organisationId, from: table.byPersonId }, people),
  ],
);

/** Which policy a record has for a metric from a moment on; null since ever, or for none. What comes later never changes what was before. */
export const slaAssignments = tenantTable(
  "sla_assignments",
  {
    metric: text().notNull(),
    entityId: uuid().notNull(),
    policyId: uuid(),
    at: moment(),
  },
  (table) => [
    index("sla_assignments_by_record_idx").on(table.organisationId, table.entityId, table.metric),
    belongsTo({ organisationId: table.organisationId, from: table.policyId }, slaPolicies),
  ],
);

/**
 * Clocks as the replay of their records' history gives them: kept for lists, figures and the sweep, made anew whenever something happens to the record.
 * What passes by itself (seconds used up while it runs) is not stored.
 */
export const slaClocks = tenantTable(
  "sla_clocks",
  {
    metric: text().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    /** 1 for the first of a metric on a record. */
    cycle: integer().notNull(),
    policyId: uuid().notNull(),
    policyVersionId: uuid().notNull(),
    responsibleId: uuid(),
    /** Who waits, where that is one person. */
    personId: uuid(),
    sponsorId: uuid(),
    state: text().notNull(),
    /** Whether it counts now: open and not paused, late or excluded as it may be. */
    counts: boolean().notNull(),
    startedAt: moment().notNull(),
    dueAt: moment(),
    stoppedAt: moment(),
    breachedAt: moment(),
    /** When it was met or missed, whichever was first. */
    decidedAt: moment(),
    /** Seconds of the target's measure, and for how many it was paused; null while they grow. */
    elapsed: integer(),
    paused: integer(),
    targetSeconds: integer().notNull(),
  },
  (table) => [
    check(
      "sla_clocks_state_check",
      sql`${table.state} in ('running', 'paused', 'met', 'breached', 'cancelled', 'excluded')`,
    ),
    unique("sla_clocks_key").on(table.organisationId, table.metric, table.entityId, table.cycle),
    index("sla_clocks_by_record_idx").on(table.organisationId, table.entityId),
    // Open ones by what is due next, for who looks after all and for each person.
    index("sla_clocks_due_idx")
      .on(table.organisationId, table.dueAt, table.id)
      .where(sql`${table.stoppedAt} is null`),
    index("sla_clocks_due_by_person_idx")
      .on(table.organisationId, table.responsibleId, table.dueAt, table.id)
      .where(sql`${table.stoppedAt} is null`),
    index("sla_clocks_decided_idx").on(table.organisationId, table.decidedAt, table.id),
    index("sla_clocks_by_start_idx").on(table.organisationId, table.startedAt, table.id),
    index("sla_clocks_by_person_idx").on(table.organisationId, table.personId, table.startedAt),
    index("sla_clocks_by_responsible_idx").on(table.organisationId, table.responsibleId, table.startedAt),
    index("sla_clocks_sponsors_of_one_idx").on(table.organisationId, table.responsibleId, table.sponsorId),
    index("sla_clocks_by_sponsor_idx").on(table.organisationId, table.sponsorId, table.startedAt),
    index("sla_clocks_by_policy_idx").on(table.organisationId, table.policyId),
    belongsTo({ organisationId: table.organisationId, from: table.policyId }, slaPolicies),
    belongsTo({ organisationId: table.organisationId, from: table.policyVersionId }, slaPolicyVersions),
    belongsTo({ organisationId: table.organisationId, from: table.responsibleId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people, "sla_clocks_person_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.sponsorId }, sponsors),
  ],
);

/**
 * What must be told of a clock and when, worked out ahead: a sweep asks what it is time for, and needs no calendar. A row is told once, or left out
 * where something later has overtaken it.
 */
export const slaMoments = tenantTable(
  "sla_moments",
  {
    clockId: uuid().notNull(),
    at: moment().notNull(),
    what: text().notNull(),
    /** Of a warning the share in thousandths, of an escalation its level, of a breach 0. */
    level: integer().notNull(),
    state: text().notNull().default("coming"),
    settledAt: moment(),
  },
  (table) => [
    check("sla_moments_what_check", sql`${table.what} in ('warning', 'breach', 'escalation')`),
    check("sla_moments_state_check", sql`${table.state} in ('coming', 'told', 'left-out')`),
    check("sla_moments_settled_check", sql`(${table.state} = 'coming') = (${table.settledAt} is null)`),
    unique("sla_moments_key").on(table.organisationId, table.clockId, table.what, table.level),
    index("sla_moments_coming_idx")
      .on(table.organisationId, table.at)
      .where(sql`${table.state} = 'coming'`),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
    belongsTo({ organisationId: table.organisationId, from: table.clockId }, slaClocks),
  ],
);

/** When a record's clocks must be looked at because something in its history is still to come, such as the end of a session. */
export const slaLooks = tenantTable(
  "sla_looks",
  { metric: text().notNull(), entityId: uuid().notNull(), at: moment().notNull() },
  (table) => [
    unique("sla_looks_key").on(table.organisationId, table.metric, table.entityId),
    index("sla_looks_at_idx").on(table.organisationId, table.at),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
  ],
);

/** That a clock should count nowhere, with the reason: asked by one person, approved by another. */
export const slaExclusions = tenantTable(
  "sla_exclusions",
  {
    metric: text().notNull(),
    entityId: uuid().notNull(),
    cycle: integer().notNull(),
    reason: text().notNull(),
    state: text().notNull(),
    askedBy: uuid().notNull(),
    askedAt: moment().notNull(),
    decidedBy: uuid(),
    decidedAt: moment(),
    decisionNote: text().notNull().default(""),
    withdrawnAt: moment(),
  },
  (table) => [
    check("sla_exclusions_state_check", sql`${table.state} in ('asked', 'approved', 'refused', 'withdrawn')`),
    uniqueIndex("sla_exclusions_standing_key")
      .on(table.organisationId, table.metric, table.entityId, table.cycle)
      .where(sql`${table.state} in ('asked', 'approved')`),
    index("sla_exclusions_by_record_idx").on(table.organisationId, table.entityId),
    index("sla_exclusions_by_state_idx").on(table.organisationId, table.state, table.askedAt),
    belongsTo({ organisationId: table.organisationId, from: table.askedBy }, people, "sla_exclusions_asked_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.decidedBy }, people, "sla_exclusions_decided_fk"),
  ],
);

/**
 * How many promises of a month were kept, counted once when it is over, so that years are added up from months. Postgres takes a month away as soon as something
 * in it changes; it is counted from its clocks then, until it is counted once more.
 */
export const slaKeptMonths = tenantTable(
  "sla_kept_months",
  {
    /** The month by the organisation's clock at that time: where that is another one today, the row is not used. */
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** What the key is of: `all`, of which each month that is counted has one row, or what compliance is broken down by. */
    by: text().notNull(),
    key: text().notNull(),
    met: integer().notNull(),
    breached: integer().notNull(),
    excluded: integer().notNull(),
  },
  (table) => [
    unique("sla_kept_months_key").on(table.organisationId, table.by, table.startsAt, table.endsAt, table.key),
    check("sla_kept_months_by_check", sql`${table.by} in ('all', 'metric', 'policy', 'responsible', 'sponsor')`),
  ],
);
