import "server-only";
import { inArray, sql, type SQL } from "drizzle-orm";
import { packages } from "@/db/schema/packages";
import { programmePhases, programmes } from "@/db/schema/programmes";
import { people, teams } from "@/db/schema/people";
import { readChoice, readRange } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { usualDaysUnknown } from "@/lib/programmes/attention";
import { civilDate, addDays } from "@/lib/platform/civil-dates";
import { endedStates, programmeStates } from "@/lib/programmes/lifecycle";
import { payerName } from "@/lib/programmes/payer";
import { heard, notHeardOf } from "@/lib/programmes/silence-sql";
import { visibleProgrammes } from "@/lib/programmes/visibility";

const consultant = sql.identifier("consultant");

/** The programmes that a consultant (or a team, or an administrator) looks after. */
export const caseload = list({
  name: "programmes.caseload",
  permission: "programmes:read",
  key: sql`${programmes.id}`,
  defaultSort: { column: "executive", descending: false },
  columns: [
    {
      key: "executive",
      kind: "person",
      sortable: true,
      second: "lastRole",
      value: sql`${people.name}`,
      sort: { by: sql`${programmes.executiveKey}` },
    },
    { key: "lastRole", kind: "text", defaultVisible: false, value: sql`${programmes.lastRole}` },
    {
      key: "phase",
      kind: "phases",
      sortable: false,
      value: sql`(select array[${programmes.phasePosition}::text, count(*)::text,
                   max(${programmePhases.name}) filter (where ${programmePhases.position} = ${programmes.phasePosition})]
                 from ${programmePhases} where ${programmePhases.programmeId} = ${programmes.id})`,
    },
    { key: "nextStep", kind: "text", value: sql`${programmes.nextStep}` },
    {
      key: "nextDueOn",
      kind: "date",
      sortable: true,
      defaultVisible: false,
      value: sql`${programmes.nextDueOn}`,
      sort: { nullable: true },
    },
    {
      key: "lastContact",
      kind: "datetime",
      sortable: true,
      value: sql`${programmes.lastContactAt}`,
      sort: { nullable: true },
    },
    { key: "quietSince", kind: "datetime", defaultVisible: false, value: heard },
    { key: "state", kind: "status", value: sql`${programmes.state}` },
    { key: "sponsor", kind: "text", defaultVisible: false, value: payerName },
    { key: "consultant", kind: "text", defaultVisible: false, value: sql`${consultant}.name` },
    { key: "package", kind: "text", defaultVisible: false, value: sql`${packages.name}` },
    {
      key: "team",
      kind: "text",
      defaultVisible: false,
      value: sql`(select ${teams.name} from ${teams} where ${teams.id} = ${programmes.teamId})`,
    },
    {
      key: "endsOn",
      kind: "date",
      sortable: true,
      defaultVisible: false,
      value: sql`${programmes.endsOn}`,
      sort: { nullable: true },
    },
    {
      key: "phaseSince",
      kind: "datetime",
      defaultVisible: false,
      value: sql`${programmes.phaseSince}`,
    },
    {
      key: "usualDays",
      kind: "number",
      defaultVisible: false,
      value: sql`(select max(${programmePhases.usualDays}) from ${programmePhases}
                 where ${programmePhases.programmeId} = ${programmes.id}
                   and ${programmePhases.position} = ${programmes.phasePosition})`,
    },
  ],
  text: [sql`${programmes.executiveKey}`],
  filters: [
    {
      key: "state",
      kind: "choice",
      options: programmeStates,
      condition: (value) => inArray(programmes.state, readChoice(value)),
    },
    {
      key: "running",
      kind: "boolean",
      condition: (value) =>
        yesOrNo(
          value,
          sql`${programmes.state} not in (${sql.join(
            endedStates.map((state) => sql`${state}`),
            sql`, `,
          )})`,
        ),
    },
    {
      key: "phase",
      kind: "choice",
      options: ["1", "2", "3", "4", "5", "6", "7", "8"],
      condition: (value) =>
        inArray(
          programmes.phasePosition,
          readChoice(value)
            .map(Number)
            .filter((position) => position > 0 && position < 100),
        ),
    },
    {
      key: "quiet",
      kind: "boolean",
      condition: (value, { now, organisation }) => yesOrNo(value, notHeardOf(now, organisation)),
    },
    {
      key: "stalled",
      kind: "boolean",
      condition: (value, { now, organisation: { timeZone } }) =>
        yesOrNo(
          value,
          sql`${programmes.state} in ('intake', 'active')
                and ${civilDate(now, timeZone)}::date - (${programmes.phaseSince} at time zone ${timeZone})::date > coalesce((
                  select max(${programmePhases.usualDays}) from ${programmePhases} where ${programmePhases.programmeId} = ${programmes.id}
                    and ${programmePhases.position} = ${programmes.phasePosition}), ${usualDaysUnknown})`,
        ),
    },
    {
      key: "late",
      kind: "boolean",
      condition: (value, { now, organisation }) =>
        yesOrNo(
          value,
          sql`${programmes.state} in ('intake', 'active') and ${programmes.nextDueOn} < ${civilDate(now, organisation.timeZone)}`,
        ),
    },
    {
      key: "endsWithin",
      kind: "number",
      condition: (value, { now, organisation }) => {
        const days = Math.min(Math.max(Math.trunc(Number(readRange(value).to)), 0), 3650);
        if (!Number.isFinite(days)) return undefined;
        const today = civilDate(now, organisation.timeZone);
        return sql`${programmes.state} in ('intake', 'active', 'paused') and ${programmes.endsOn} between ${today} and ${addDays(today, days)}`;
      },
    },
    {
      key: "consultant",
      kind: "choice",
      condition: (value) => inArray(sql`${programmes.consultantId}::text`, readChoice(value)),
    },
    {
      key: "team",
      kind: "choice",
      condition: (value) => inArray(sql`${programmes.teamId}::text`, readChoice(value)),
    },
    {
      key: "package",
      kind: "choice",
      condition: (value) => inArray(sql`${programmes.packageId}::text`, readChoice(value)),
    },
    {
      key: "engagement",
      kind: "choice",
      condition: (value) => inArray(sql`${programmes.engagementId}::text`, readChoice(value)),
    },
    {
      key: "separation",
      kind: "choice",
      condition: (value) => inArray(sql`${programmes.separationEventId}::text`, readChoice(value)),
    },
    {
      key: "sponsor",
      kind: "text",
      condition: (value) => sql`position(lower(${value}) in lower(${payerName})) > 0`,
    },
  ],
  source: ({ actor }) => ({
    from: sql`${programmes}
      join ${people} on ${people.id} = ${programmes.executiveId}
      join ${people} as ${consultant} on ${consultant}.id = ${programmes.consultantId}
      join ${packages} on ${packages.id} = ${programmes.packageId}`,
    where: sql`${programmes.deletedAt} is null and ${visibleProgrammes(actor)}`,
  }),
  fields: { entity: "programme", id: sql`${programmes.id}`, about: sql`${programmes.executiveId}` },
  href: (id) => `/programmes/${id}`,
});

/** A yes-or-no filter: what holds, what does not hold (missing facts included), or anything. */
function yesOrNo(value: string, condition: SQL): SQL | undefined {
  if (value === "yes") return condition;
  return value === "no" ? sql`(${condition}) is not true` : undefined;
}
