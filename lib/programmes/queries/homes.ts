import "server-only";
import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { quietAfterDaysOf } from "@/lib/platform/quiet-after-days";
import { query } from "@/lib/platform/operation";
import { attentionOf, usualDaysUnknown } from "@/lib/programmes/attention";
import { addDays, civilDate, daysBetween, daysSince } from "@/lib/platform/civil-dates";
import { landingStands } from "@/lib/programmes/landing-stands";
import type { ProgrammeState } from "@/lib/programmes/lifecycle";
import { loadColleagues } from "@/lib/programmes/queries/consultants";
import { heardAt, isQuiet, silentDays } from "@/lib/programmes/silence";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** How many days ahead a home tells of a last day. */
const endingWithinDays = 30;

const nothing = z.strictObject({});

/** The programmes in which the actor is the executive, the one that runs first. */
export const ownProgrammes = query({
  name: "programmes.own",
  permission: "programmes:read",
  input: nothing,
  example: () => ({}),
  async run({ tx, actor }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    return tx
      .select({ id: programmes.id, state: programmes.state })
      .from(programmes)
      .where(and(eq(programmes.executiveId, personId), isNull(programmes.deletedAt)))
      .orderBy(sql`${programmes.state} in ('invited', 'intake', 'active', 'paused') desc`, desc(programmes.invitedAt));
  },
});

/** What a consultant sees first: own tasks that are due, who is quiet, who takes longer than usual, the caseload by phase. */
export const consultantDay = query({
  name: "programmes.day",
  permission: "programmes:read",
  input: nothing,
  example: () => ({}),
  async run({ tx, actor, now, organisation }) {
    const today = civilDate(now, organisation.timeZone);
    const quietAfterDays = quietAfterDaysOf(organisation);
    const rows = await tx
      .select({
        id: programmes.id,
        name: people.name,
        lastRole: programmes.lastRole,
        state: programmes.state,
        position: programmes.phasePosition,
        phaseSince: programmes.phaseSince,
        phase: programmePhases.name,
        usualDays: programmePhases.usualDays,
        lastContactAt: programmes.lastContactAt,
        firstContactAt: programmes.firstContactAt,
        acceptedAt: programmes.acceptedAt,
        activatedAt: programmes.activatedAt,
        invitedAt: programmes.invitedAt,
        nextDueOn: programmes.nextDueOn,
        nextStep: programmes.nextStep,
        endsOn: programmes.endsOn,
      })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .leftJoin(
        programmePhases,
        and(eq(programmePhases.programmeId, programmes.id), eq(programmePhases.position, programmes.phasePosition)),
      )
      .where(
        and(
          isNull(programmes.deletedAt),
          inArray(programmes.state, ["invited", "intake", "active", "paused"]),
          scopesOf(actor, "programmes:read").has("caseload")
            ? eq(programmes.consultantId, personIdOf(actor) ?? "")
            : visibleProgrammes(actor),
        ),
      )
      .orderBy(asc(programmes.executiveKey))
      .limit(1000);
    const going = rows.map((row) => ({
      ...row,
      state: row.state as ProgrammeState,
      usualDays: row.usualDays ?? usualDaysUnknown,
      attention: attentionOf(
        {
          ...{
            ...row,
            state: row.state as ProgrammeState,
            usualDays: row.usualDays ?? usualDaysUnknown,
            quietAfterDays,
          },
          silentDays: silentDays(row, now, organisation.timeZone),
        },
        now,
        organisation.timeZone,
      ),
      quietDays: silentDays(row, now, organisation.timeZone) ?? 0,
      quietSince: heardAt(row),
      phaseDays: daysSince(row.phaseSince, now, organisation.timeZone),
    }));
    const running = going.filter(({ state }) => state === "active" || state === "intake");
    const due = running.length
      ? await tx
          .select({
            id: programmeTasks.id,
            programmeId: programmeTasks.programmeId,
            title: programmeTasks.title,
            dueOn: programmeTasks.dueOn,
          })
          .from(programmeTasks)
          .where(
            and(
              inArray(
                programmeTasks.programmeId,
                running.map(({ id }) => id),
              ),
              eq(programmeTasks.owner, "consultant"),
              isNull(programmeTasks.doneAt),
              isNull(programmeTasks.deletedAt),
              sql`${programmeTasks.dueOn} <= ${today}`,
            ),
          )
          .orderBy(asc(programmeTasks.dueOn))
          .limit(500)
      : [];
    const loads = scopesOf(actor, "programmes:read").has("caseload") ? await loadColleagues(tx) : [];
    return {
      total: going.length,
      /** What consultants look after on average, to compare the own load with; null without colleagues. */
      usualLoad:
        loads.length > 1 ? Math.round(loads.reduce((sum, { running }) => sum + running, 0) / loads.length) : null,
      paused: going.filter(({ state }) => state === "paused").length,
      due: due.map((task) => ({
        ...task,
        name: going.find(({ id }) => id === task.programmeId)!.name,
        lateDays: daysBetween(task.dueOn!, today),
      })),
      uncontacted: running.filter(({ firstContactAt }) => !firstContactAt),
      ending: going
        .filter(
          ({ state, endsOn }) =>
            state !== "invited" && endsOn && endsOn >= today && endsOn <= addDays(today, endingWithinDays),
        )
        .sort((left, right) => left.endsOn!.localeCompare(right.endsOn!)),
      invited: going.filter(({ state }) => state === "invited"),
      quiet: running
        .filter(({ quietDays }) => isQuiet(quietDays, quietAfterDays))
        .sort((left, right) => right.quietDays - left.quietDays),
      stalled: running
        .filter(({ phaseDays, usualDays }) => phaseDays > usualDays)
        .sort((left, right) => right.phaseDays / right.usualDays - left.phaseDays / left.usualDays),
      byPhase: phaseLoad(going),
    };
  },
});

/** How many programmes there are by state, and of how many executives a landing stands, be they looked after still or not. */
export const programmeCounts = query({
  name: "programmes.counts",
  permission: "programmes:read",
  input: nothing,
  example: () => ({}),
  async run({ tx, actor }) {
    const rows = await tx
      .select({
        state: programmes.state,
        programmes: count(),
        landed: sql`count(*) filter (where ${landingStands})`.mapWith(Number),
      })
      .from(programmes)
      .where(and(isNull(programmes.deletedAt), visibleProgrammes(actor)))
      .groupBy(programmes.state);
    const byState: Partial<Record<ProgrammeState, number>> = Object.fromEntries(
      rows.map((row) => [row.state, row.programmes]),
    );
    return { ...byState, haveLanded: rows.reduce((sum, { landed }) => sum + landed, 0) };
  },
});

interface InPhase {
  position: number;
  phase: string | null;
  state: ProgrammeState;
  phaseDays: number;
  usualDays: number;
}

function phaseLoad(going: readonly InPhase[]) {
  const load = new Map<number, { position: number; name: string; people: number; stalled: number }>();
  for (const { position, phase, state, phaseDays, usualDays } of going) {
    if (state === "invited") continue;
    const unit = load.get(position) ?? { position, name: phase ?? "", people: 0, stalled: 0 };
    unit.people += 1;
    if (state !== "paused" && phaseDays > usualDays) unit.stalled += 1;
    load.set(position, unit);
  }
  return [...load.values()].sort((left, right) => left.position - right.position);
}
