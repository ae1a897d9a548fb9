import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { transaction, type Transaction } from "@/db/client";
import { timelineEntries } from "@/db/schema/platform";
import { newId } from "@/db/tenant-table";
import { may, organisationIdOf, personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { writeAudit, type AuditRecord } from "@/lib/platform/audit";
import { now as clock } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/input-refusal";
import { logger } from "@/lib/platform/log";
import { observeOperation } from "@/lib/platform/observe-operation";
import {
  moduleOf,
  type Command,
  type CommandContext,
  type Query,
  type QueryContext,
  type Undo,
} from "@/lib/platform/operation";
import { organisationOfTransaction, type OrganisationFacts } from "@/lib/platform/organisation";
import { storeEvents, type OutboxEvent } from "@/lib/platform/outbox";
import { follow } from "@/lib/platform/follow";
import { handOn } from "@/lib/platform/hand-on";
import { moduleIsOn } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";
import { isWorthOneRetry, refusalOfDatabase } from "@/lib/platform/sql-state";
import { watchWrites } from "@/lib/platform/watch-writes";
import { env } from "@/lib/platform/env";

export interface ExecuteOptions {
  now?: Date;
  requestId?: string;
  address?: string | null;
  /** Joins a transaction that is already the organisation's; nothing is committed or handed on here. */
  join?: Transaction;
}

export interface Executed<Output> {
  output: Output;
  undo: Undo | null;
  /** What was emitted: who gave the transaction to join hands it on after the commit. */
  eventIds: string[];
}

/**
 * Runs a command: module on and in the plan, permission, input, transaction with organisation and person set in it, `run`,
 * audit, events, commit, events handed on. In this order and only here.
 * @throws Refusal for every expected "no"; anything else is a fault.
 */
export async function execute<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  actor: OrganisationActor,
  raw: unknown,
  options: ExecuteOptions = {},
): Promise<Executed<Output>> {
  const frame = frameOf(options);
  return observeOperation(command, actor, frame.requestId, () => executeObserved(command, actor, raw, options, frame));
}

async function executeObserved<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  actor: OrganisationActor,
  raw: unknown,
  options: ExecuteOptions,
  frame: Frame,
): Promise<Executed<Output>> {
  if (actor.kind === "person") assertAllowed(command, actor, actor.organisation);
  const input = parseInput(command.input, raw);
  const attempt = () =>
    within(actor, options, false, async (tx) => {
      const organisation = actor.kind === "person" ? actor.organisation : await organisationOfTransaction(tx);
      if (actor.kind !== "person") assertAllowed(command, actor, organisation);
      const effects: Effects = { records: [], events: [], timeline: [], recorded: 0, writes: 0 };
      const context = commandContext(command.name, watchWrites(tx, effects), actor, organisation, frame, effects);
      const output = await command.run(context, input);
      assertRecorded(command, effects);
      await writeAudit(tx, { ...frame, actor, at: frame.now }, effects.records);
      if (effects.timeline.length > 0) await tx.insert(timelineEntries).values(effects.timeline);
      await storeEvents(tx, effects.events, frame.now);
      await follow(queryContext(tx, actor, organisation, frame), effects.events);
      return { output, events: effects.events };
    });
  const { output, events } = await onceMore(attempt, options);
  const eventIds = events.map((event) => event.id);
  if (!options.join) handOn(eventIds);
  return { output, undo: command.undo?.(input, output) ?? null, eventIds };
}

/** Runs a query: the same gate, a read-only transaction, no audit. */
export async function ask<Input extends z.ZodType, Output>(
  query: Query<Input, Output>,
  actor: OrganisationActor,
  raw: unknown,
  options: ExecuteOptions = {},
): Promise<Output> {
  const frame = frameOf(options);
  return observeOperation(query, actor, frame.requestId, async () => {
    if (actor.kind === "person") assertAllowed(query, actor, actor.organisation);
    const input = parseInput(query.input, raw);
    return onceMore(
      () =>
        within(actor, options, true, async (tx) => {
          const organisation = actor.kind === "person" ? actor.organisation : await organisationOfTransaction(tx);
          if (actor.kind !== "person") assertAllowed(query, actor, organisation);
          return query.run(queryContext(tx, actor, organisation, frame), input);
        }),
      options,
    );
  });
}

/** Several reads in one transaction: what a page asks for. */
export async function askTogether<Output>(
  actor: OrganisationActor,
  work: (context: QueryContext) => Promise<Output>,
  options: ExecuteOptions = {},
): Promise<Output> {
  const frame = frameOf(options);
  return onceMore(
    () =>
      within(actor, options, true, async (tx) => {
        const organisation = actor.kind === "person" ? actor.organisation : await organisationOfTransaction(tx);
        return work(queryContext(tx, actor, organisation, frame));
      }),
    options,
  );
}

interface Frame {
  now: Date;
  requestId: string;
  correlationId: string;
  address: string | null;
}

interface Effects {
  records: AuditRecord[];
  events: OutboxEvent[];
  timeline: Array<typeof timelineEntries.$inferInsert>;
  /** How often `record` was called, no-ops included. */
  recorded: number;
  /** How often a table was written, as far as the query builder saw. */
  writes: number;
}

function frameOf(options: ExecuteOptions): Frame {
  return {
    now: options.now ?? clock(),
    requestId: options.requestId ?? randomUUID(),
    correlationId: newId(),
    address: options.address ?? null,
  };
}

function assertAllowed(operation: Command | Query, actor: OrganisationActor, organisation: OrganisationFacts): void {
  if (organisation.suspendedAt)
    throw new Refusal("suspended", "This organisation is suspended. Its administrator can tell you more.");
  if (!moduleIsOn(organisation, moduleOf(operation)))
    throw new Refusal("off", "This part of Landfall is not switched on for your organisation.");
  if (!may(actor, operation.permission)) throw new Refusal("forbidden", "You may not do this in this organisation.");
}

function within<T>(
  actor: OrganisationActor,
  options: ExecuteOptions,
  readOnly: boolean,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (options.join) return work(options.join);
  return transaction(
    {
      organisationId: organisationIdOf(actor),
      userId: actor.kind === "person" ? actor.userId : undefined,
      readOnly,
    },
    work,
  );
}

async function onceMore<T>(attempt: () => Promise<T>, { join }: ExecuteOptions): Promise<T> {
  try {
    try {
      return await attempt();
    } catch (error) {
      // A joined transaction is lost by then: who began it tries again.
      if (join || !isWorthOneRetry(error)) throw error;
      return await attempt();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusalOfDatabase(error) ?? error;
  }
}

function queryContext(
  tx: Transaction,
  actor: OrganisationActor,
  organisation: OrganisationFacts,
  frame: Frame,
): QueryContext {
  const context: QueryContext = {
    tx,
    actor,
    organisation,
    ...frame,
    ask: (query, input) =>
      observeOperation(query, actor, frame.requestId, async () => {
        assertAllowed(query, actor, organisation);
        return query.run(context, parseInput(query.input, input));
      }),
  };
  return context;
}

function commandContext(
  operation: string,
  tx: Transaction,
  actor: OrganisationActor,
  organisation: OrganisationFacts,
  frame: Frame,
  effects: Effects,
): CommandContext {
  const nested = <Input extends z.ZodType, Output>(
    command: Command<Input, Output>,
    as: OrganisationActor,
    input: unknown,
  ) => {
    assertAllowed(command, as, organisation);
    return command.run(
      commandContext(command.name, tx, as, organisation, frame, effects),
      parseInput(command.input, input),
    ) as Promise<Output>;
  };
  return {
    ...queryContext(tx, actor, organisation, frame),
    record(entity, before, after) {
      effects.recorded += 1;
      effects.records.push({ operation, entity, before, after, correlationId: frame.correlationId });
    },
    emit(name, data) {
      const id = newId();
      effects.events.push({ id, name, data: { organisationId: organisation.id, ...data } });
      return id;
    },
    remember(entry) {
      effects.timeline.push({ ...entry, at: frame.now, actorPersonId: personIdOf(actor) });
    },
    call: (command, input) => nested(command, actor, input),
    callAsSystem: (command, input) =>
      nested(command, { kind: "system", organisationId: organisation.id, cause: operation }, input),
    attempt: async (work) => {
      const own: Effects = { records: [], events: [], timeline: [], recorded: 0, writes: 0 };
      const ownFrame = { ...frame, correlationId: newId() };
      const output = await savepoint(tx, (inner) =>
        work(commandContext(operation, watchWrites(inner, own), actor, organisation, ownFrame, own)),
      );
      effects.records.push(...own.records);
      effects.events.push(...own.events);
      effects.timeline.push(...own.timeline);
      effects.recorded += own.recorded;
      effects.writes += own.writes;
      return output;
    },
  };
}

/** What it throws leaves the transaction as it was before; what the whole transaction should be tried again for stays as it is. */
async function savepoint<T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await tx.transaction(work);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusalOfDatabase(error) ?? error;
  }
}

/** A command that changed rows must say which; forgetting it is undone in tests and reported in production. */
function assertRecorded(command: Command, effects: Effects): void {
  if (command.audit || effects.writes === 0 || effects.recorded > 0) return;
  const message = `${command.name} changed rows without recording them.`;
  if (env.LANDFALL_ENV !== "production") throw new Error(message);
  logger.error({ code: "audit.missing", operation: command.name }, message);
}
