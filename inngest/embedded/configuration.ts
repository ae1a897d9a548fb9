import type { InngestFunction } from "inngest";
import { parseSchedule } from "./cron";
import type { Schedule } from "./cron";
import { parseCondition, parseKey } from "./expression";
import type { Condition, Operand } from "./expression";

/** What the runner knows of one function, or of the `onFailure` of one. */
export interface FunctionDefinition {
  /** As the SDK serves it: application and function, joined by `-`. */
  readonly id: string;
  readonly triggers: readonly { readonly event: string; readonly condition: Condition | null }[];
  readonly schedules: readonly Schedule[];
  /** How often a step is tried at most; one more than `retries`. */
  readonly attempts: number;
  readonly concurrency: readonly { readonly limit: number; readonly key: Operand | null }[];
  readonly idempotency: Operand | null;
  readonly cancelOn: readonly {
    readonly event: string;
    readonly condition: string | null;
    readonly timeout: string | null;
  }[];
}

/** Functions that the embedded runner cannot run as they are; one line each. */
export class UnsupportedFunctions extends Error {
  override name = "UnsupportedFunctions";
}

export const failedEvent = "inngest/function.failed";

const understood = new Set(
  "id name description triggers retries concurrency idempotency cancelOn onFailure middleware checkpointing".split(" "),
);

/**
 * Reads how functions are configured from the SDK's own objects. Refuses (UnsupportedFunctions) everything that the embedded runner
 * would do differently from Inngest, all of it at once, one line each.
 */
export function readFunctions(functions: readonly InngestFunction.Any[]): FunctionDefinition[] {
  const faults: string[] = [];
  const definitions: FunctionDefinition[] = [];
  for (const fn of functions) {
    const refuse = (reason: string) => faults.push(`${fn.id()}: ${reason}`);
    for (const definition of definitionsOf(fn, refuse)) {
      if (definitions.some(({ id }) => id === definition.id)) refuse("another function has the same id");
      definitions.push(definition);
    }
  }
  if (faults.length > 0) throw new UnsupportedFunctions(`The embedded runner cannot run:\n${faults.join("\n")}`);
  return definitions;
}

type Refuse = (reason: string) => void;

function definitionsOf(fn: InngestFunction.Any, refuse: Refuse): FunctionDefinition[] {
  const options = fn.opts;
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !understood.has(name)) refuse(`${name} is not supported`);
  }
  // The application's id is protected on the object, and the SDK serves functions under both.
  const id = String(Reflect.get(fn, "absoluteId"));
  const retries = options.retries ?? 3;
  if (!Number.isInteger(retries) || retries < 0 || retries > 20) refuse("retries is not a number from 0 to 20");
  const definition: FunctionDefinition = {
    id,
    ...triggersOf(options.triggers, refuse),
    attempts: retries + 1,
    concurrency: concurrencyOf(options.concurrency, refuse),
    idempotency: options.idempotency ? attempt(refuse, "idempotency", () => parseKey(options.idempotency ?? "")) : null,
    cancelOn: (options.cancelOn ?? []).map((cancel) => {
      const condition = cancel.match ? `event.${cancel.match} == async.${cancel.match}` : (cancel.if ?? null);
      if (condition) attempt(refuse, "cancelOn", () => parseCondition(condition));
      const timeout = cancel.timeout === undefined ? null : spanOf(cancel.timeout);
      if (timeout !== null && !/^(\d+(ms|[smhdw]))+$/.test(timeout))
        refuse("cancelOn has a timeout that is not like “1d”");
      return { event: eventName(cancel.event), condition, timeout };
    }),
  };
  if (!options.onFailure) return [definition];
  const failure: FunctionDefinition = {
    id: `${id}-failure`,
    triggers: [{ event: failedEvent, condition: parseCondition(`event.data.function_id == '${id}'`) }],
    schedules: [],
    attempts: 2,
    concurrency: [],
    idempotency: null,
    cancelOn: [],
  };
  return [definition, failure];
}

function triggersOf(triggers: unknown, refuse: Refuse): Pick<FunctionDefinition, "triggers" | "schedules"> {
  const events: { event: string; condition: Condition | null }[] = [];
  const schedules: Schedule[] = [];
  for (const trigger of Array.isArray(triggers) ? (triggers as Record<string, unknown>[]) : []) {
    if (trigger.jitter !== undefined) refuse("jitter is not supported");
    if (typeof trigger.cron === "string") {
      const { cron } = trigger;
      const schedule = attempt(refuse, "cron", () => parseSchedule(cron));
      if (schedule) schedules.push(schedule);
      continue;
    }
    const event = eventName(trigger.event);
    if (event.includes("*")) refuse(`the event name “${event}” with a wildcard is not supported`);
    // The SDK's way of saying “only by invoke”.
    if (event === "inngest/function.invoked") continue;
    if (event.startsWith("inngest/") && event !== failedEvent) refuse(`the event “${event}” is not supported`);
    const condition =
      typeof trigger.if === "string" ? attempt(refuse, "if", () => parseCondition(String(trigger.if))) : null;
    events.push({ event, condition });
  }
  return { triggers: events, schedules };
}

function concurrencyOf(given: unknown, refuse: Refuse): FunctionDefinition["concurrency"] {
  if (given === undefined || given === 0) return [];
  const entries = (Array.isArray(given) ? given : [given]) as (
    | number
    | { limit: number; key?: string; scope?: string }
  )[];
  if (entries.length > 2) refuse("concurrency has more than two entries");
  return entries.map((entry) => {
    const { limit, key, scope } =
      typeof entry === "number" ? { limit: entry, key: undefined, scope: undefined } : entry;
    if (!Number.isInteger(limit) || limit < 1) refuse("concurrency has a limit that is not a whole number from 1");
    if (scope !== undefined && scope !== "fn") refuse(`concurrency with scope “${scope}” is not supported`);
    return { limit, key: key ? attempt(refuse, "concurrency", () => parseKey(key)) : null };
  });
}

function attempt<T>(refuse: Refuse, option: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    refuse(`${option}: ${(error as Error).message}`);
    return null;
  }
}

function eventName(event: unknown): string {
  return typeof event === "string" ? event : String((event as { name?: unknown } | undefined)?.name);
}

function spanOf(timeout: unknown): string {
  return typeof timeout === "number" ? `${timeout}ms` : String(timeout);
}
