import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import type { InstallationActor, OrganisationActor } from "@/lib/platform/actor";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import type { Permission } from "@/lib/platform/permissions";
import type { World } from "@/lib/platform/world";

/** A row as audit sees it: at least an id. */
export type AuditedRow = { id: string } & Record<string, unknown>;

/** What may be undone, and how: another command with its input. */
export interface Undo {
  operation: string;
  input: Record<string, unknown>;
}

interface BaseContext {
  tx: Transaction;
  now: Date;
  requestId: string;
  /** Binds what one action of a person caused, over nested commands. */
  correlationId: string;
  /** Where the request came from; null for background work. */
  address: string | null;
}

/** What a query works with. */
export interface QueryContext extends BaseContext {
  actor: OrganisationActor;
  organisation: OrganisationFacts;
  /** Another query, in the same transaction and with the same actor. */
  ask<Input extends z.ZodType, Output>(query: Query<Input, Output>, input: z.input<Input>): Promise<Output>;
}

export interface Recording {
  /** Writes down what a record was and is: null before means created, null after means deleted. A no-op leaves no row. */
  record(entity: string, before: AuditedRow | null, after: AuditedRow | null): void;
}

/** What a command works with. */
export interface CommandContext extends QueryContext, Recording {
  /** An event, handed on when the transaction has committed. Ids, counts and codes only. Returns the event's id. */
  emit(name: string, data: Record<string, unknown>): string;
  /** An entry in the timeline of a record; `kind` is a key of the module's messages. */
  remember(entry: {
    entity: string;
    entityId: string;
    kind: string;
    data?: Record<string, string | number | null>;
  }): void;
  /** Another command, in the same transaction, with its own permission check and the same correlation id. */
  call<Input extends z.ZodType, Output>(command: Command<Input, Output>, input: z.input<Input>): Promise<Output>;
  /** Another command as the organisation itself, where this command's rules already allowed what it does. */
  callAsSystem<Input extends z.ZodType, Output>(
    command: Command<Input, Output>,
    input: z.input<Input>,
  ): Promise<Output>;
  /**
   * One of several things that stand or fall apart from each other in this transaction: where `work` throws, nothing of it is left,
   * and what came before goes on. What it writes down is bound together by a correlation id of its own.
   * @throws Refusal for an expected "no", the database's too.
   */
  attempt<Output>(work: (context: CommandContext) => Promise<Output>): Promise<Output>;
}

/** What an installation command works with: accounts, sessions, the directory of organisations. */
export interface InstallationContext extends BaseContext, Recording {
  actor: InstallationActor;
  /** Something to begin once the transaction has committed, without anybody waiting. What fails is only logged: a sweep must find it. */
  afterCommit(work: () => Promise<unknown>): void;
  /** Runs an organisation's command within the same transaction, as that organisation's system. */
  inside<Input extends z.ZodType, Output>(
    organisationId: string,
    cause: string,
    command: Command<Input, Output>,
    input: z.input<Input>,
  ): Promise<Output>;
}

/** A change that is too frequent or too slight for audit must say why; a test lists them all. */
export interface NoAudit {
  none: string;
}

export interface Command<Input extends z.ZodType = z.ZodType, Output = unknown> {
  kind: "command";
  realm: "organisation";
  /** `module.verb`: the audit action and the API operation bear this name. */
  name: string;
  permission: Permission;
  input: Input;
  audit?: NoAudit;
  /** A valid input in the test world. */
  example(world: World): z.input<Input>;
  /** How to take it back, from what it was given and what it returned; null when this time it cannot be. */
  undo?(input: z.output<Input>, output: Output): Undo | null;
  run(context: CommandContext, input: z.output<Input>): Promise<Output>;
}

export interface Query<Input extends z.ZodType = z.ZodType, Output = unknown> {
  kind: "query";
  realm: "organisation";
  name: string;
  permission: Permission;
  input: Input;
  example(world: World): z.input<Input>;
  run(context: QueryContext, input: z.output<Input>): Promise<Output>;
}

/** Who may run an installation command: anybody, who is signed in, or the operator. */
export type InstallationPermission = "anyone" | "account" | "operator";

export interface InstallationCommand<Input extends z.ZodType = z.ZodType, Output = unknown> {
  kind: "command" | "query";
  realm: "installation";
  name: string;
  permission: InstallationPermission;
  input: Input;
  audit?: NoAudit;
  run(context: InstallationContext, input: z.output<Input>): Promise<Output>;
}

/** Declares a change. Leaving out the permission does not compile. */
export function command<Input extends z.ZodType, Output>(
  definition: Omit<Command<Input, Output>, "kind" | "realm">,
): Command<Input, Output> {
  return { ...definition, kind: "command", realm: "organisation" };
}

/** Declares a read. */
export function query<Input extends z.ZodType, Output>(
  definition: Omit<Query<Input, Output>, "kind" | "realm">,
): Query<Input, Output> {
  return { ...definition, kind: "query", realm: "organisation" };
}

/** Declares a change above organisations: accounts, sessions, the directory. */
export function installationCommand<Input extends z.ZodType, Output>(
  definition: Omit<InstallationCommand<Input, Output>, "kind" | "realm">,
): InstallationCommand<Input, Output> {
  return { ...definition, kind: "command", realm: "installation" };
}

/** Declares a read above organisations. */
export function installationQuery<Input extends z.ZodType, Output>(
  definition: Omit<InstallationCommand<Input, Output>, "kind" | "realm">,
): InstallationCommand<Input, Output> {
  return { ...definition, kind: "query", realm: "installation" };
}

/** The module of an operation: what stands before the dot of its name. */
export const moduleOf = (operation: { name: string }): string => operation.name.slice(0, operation.name.indexOf("."));
