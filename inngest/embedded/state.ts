import type { Queryable } from "./database";

/** An event as functions see it. */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ts: number;
}

/** An error as it is kept: without a stack, and short. */
export interface StoredError {
  readonly name: string;
  readonly message: string;
}

export interface Run {
  readonly id: string;
  readonly functionId: string;
  readonly event: StoredEvent;
  readonly status: "active" | "completed" | "failed" | "cancelled";
  readonly revision: number;
  readonly attempt: number;
  readonly parallel: boolean;
  readonly due: boolean;
  readonly dueAt: Date;
  readonly invokedBy: string | null;
  readonly invokedStep: string | null;
}

export interface Step {
  readonly id: string;
  readonly kind: "run" | "sleep" | "wait" | "invoke";
  readonly status: "planned" | "waiting" | "done" | "failed";
  readonly attempt: number;
  readonly dueAt: Date | null;
  readonly output: unknown;
  readonly error: StoredError | null;
}

const runColumns = `id, function_id as "functionId", event, status, revision, attempt, parallel, due, due_at as "dueAt",
  invoked_by as "invokedBy", invoked_step as "invokedStep"`;

/** A run as it stands; null where there is none. */
export async function readRun(tx: Queryable, id: string): Promise<Run | null> {
  const { rows } = await tx.query<Run>(`select ${runColumns} from runner.runs where id = $1`, [id]);
  return rows[0] ?? null;
}

/** A run that is still going on, locked until the transaction ends; null where it has ended. */
export async function lockActiveRun(tx: Queryable, id: string): Promise<Run | null> {
  const text = `select ${runColumns} from runner.runs where id = $1 and status = 'active' for no key update`;
  const { rows } = await tx.query<Run>(text, [id]);
  return rows[0] ?? null;
}

/** The steps of a run, those that are done first and in the order in which they were. */
export async function readSteps(tx: Queryable, runId: string): Promise<Step[]> {
  const { rows } = await tx.query<Step>(
    `select id, kind, status, attempt, due_at as "dueAt", output, error from runner.steps
     where run_id = $1 order by position nulls last`,
    [runId],
  );
  return rows;
}

/** An error shortened to what is kept. */
export function storedError(error: unknown): StoredError {
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  return {
    name: typeof name === "string" && name ? name.slice(0, 100) : "Error",
    message: typeof message === "string" ? message.slice(0, 500) : "",
  };
}
