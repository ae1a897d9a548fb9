import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { transaction } from "@/db/client";
import { opportunities, opportunityMoves, outreach, searchContacts } from "@/db/schema/job-search";
import { mailMessages } from "@/db/schema/mail";
import { competencyRaters, competencyRatings, competencyRounds } from "@/db/schema/competencies";
import { inventoryTakes } from "@/db/schema/inventories";
import { comments, customFieldValues, notifications, timelineEntries } from "@/db/schema/platform";
import { messageReads, messages, notes } from "@/db/schema/conversation";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { closures, handovers, programmeConsents, programmeExtensions, programmePauses } from "@/db/schema/lifecycle";
import { programmePhases, programmes, programmeTasks, taskEvidence, taskSignOffs } from "@/db/schema/programmes";
import { seatCharges, separationPeople } from "@/db/schema/seats";
import { engagements, separationEvents } from "@/db/schema/sponsors";
import { remindNobody } from "@/db/seed/demo/remind-nobody";

/**
 * What has a date that a visitor sees. The audit stays where it is: it is sealed, and says when it was written. Plans stay too, as
 * what was agreed in them names days, and planned weeks, which begin on a Monday.
 */
const dated: readonly PgTable[] = [
  aftercareChecks,
  closures,
  comments,
  competencyRaters,
  competencyRatings,
  competencyRounds,
  customFieldValues,
  engagements,
  handovers,
  inventoryTakes,
  landings,
  mailMessages,
  messageReads,
  messages,
  notes,
  notifications,
  opportunities,
  opportunityMoves,
  outreach,
  programmeConsents,
  programmeExtensions,
  programmePauses,
  programmePhases,
  programmes,
  programmeTasks,
  searchContacts,
  seatCharges,
  separationEvents,
  separationPeople,
  taskEvidence,
  taskSignOffs,
  timelineEntries,
];

/** Moves every date of an organisation's story by some days. */
export async function rollOrganisation(organisationId: string, days: number, now: Date): Promise<void> {
  await transaction({ organisationId }, async (tx) => {
    for (const table of dated) {
      const changes = Object.values(getTableColumns(table))
        .filter(({ columnType }) => columnType === "PgTimestamp" || columnType === "PgDateString")
        .map((column) => {
          const name = sql.identifier(snake(column.name));
          return column.columnType === "PgTimestamp"
            ? sql`${name} = ${name} + make_interval(days => ${days})`
            : sql`${name} = ${name} + ${days}::int`;
        });
      await tx.execute(sql`update ${sql.identifier(getTableName(table))} set ${sql.join(changes, sql`, `)}`);
    }
    await remindNobody(tx, now);
  });
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
