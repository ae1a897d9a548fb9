import "server-only";
import { and, asc, count, eq, gt, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { scheduledSessions, sessionHosts, sessionTypeHosts, sessionTypes } from "@/db/schema/scheduling";
import { query } from "@/lib/platform/operation";
import { typeById } from "./load";
import { TypeId } from "./schemas";

/** The kinds of sessions that there are, those that are offered no more as well. */
export const sessionTypeList = query({
  name: "scheduling.types",
  permission: "session-types:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, now }) {
    const types = await tx
      .select()
      .from(sessionTypes)
      .where(isNull(sessionTypes.deletedAt))
      .orderBy(asc(sessionTypes.nameKey));
    const ahead = await tx
      .select({ typeId: scheduledSessions.typeId, sessions: count() })
      .from(scheduledSessions)
      .where(and(eq(scheduledSessions.state, "booked"), gt(scheduledSessions.startsAt, now)))
      .groupBy(scheduledSessions.typeId);
    const hosts = await tx
      .select({ typeId: sessionTypeHosts.typeId, name: people.name })
      .from(sessionTypeHosts)
      .innerJoin(people, eq(people.id, sessionTypeHosts.personId))
      .where(isNull(sessionTypeHosts.deletedAt))
      .orderBy(asc(people.nameKey));
    return types.map((type) => ({
      ...type,
      ahead: ahead.find(({ typeId }) => typeId === type.id)?.sessions ?? 0,
      hosts: hosts.filter(({ typeId }) => typeId === type.id).map(({ name }) => name),
    }));
  },
});

/** One kind of session with who holds it, and the group sessions that stand already: they stay with who holds them. */
export const oneSessionType = query({
  name: "scheduling.type",
  permission: "session-types:write",
  input: TypeId,
  example: ({ sessionTypeId }) => ({ id: sessionTypeId }),
  async run(context, { id }) {
    const { tx, now } = context;
    const type = await typeById(context, id, true);
    const hosts = await tx
      .select({ personId: sessionTypeHosts.personId, weight: sessionTypeHosts.weight, name: people.name })
      .from(sessionTypeHosts)
      .innerJoin(people, eq(people.id, sessionTypeHosts.personId))
      .where(and(eq(sessionTypeHosts.typeId, id), isNull(sessionTypeHosts.deletedAt)))
      .orderBy(asc(people.nameKey), asc(people.id));
    const groups = await tx
      .select({ id: scheduledSessions.id, startsAt: scheduledSessions.startsAt })
      .from(scheduledSessions)
      .where(
        and(
          eq(scheduledSessions.typeId, id),
          eq(scheduledSessions.state, "booked"),
          gt(scheduledSessions.capacity, 1),
          gt(scheduledSessions.startsAt, now),
          isNull(scheduledSessions.deletedAt),
        ),
      )
      .orderBy(asc(scheduledSessions.startsAt))
      .limit(50);
    const held = groups.length
      ? await tx
          .select({ sessionId: sessionHosts.sessionId, id: people.id, name: people.name })
          .from(sessionHosts)
          .innerJoin(people, eq(people.id, sessionHosts.personId))
          .where(
            inArray(
              sessionHosts.sessionId,
              groups.map((group) => group.id),
            ),
          )
      : [];
    return {
      ...{ type, hosts },
      standing: groups.map((group) => ({
        ...group,
        hosts: held.filter(({ sessionId }) => sessionId === group.id).map((host) => ({ id: host.id, name: host.name })),
      })),
    };
  },
});
