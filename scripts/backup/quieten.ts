import type { Client } from "pg";

/**
 * What must not happen a second time after a restore: events that waited go nowhere, mails that waited are settled as held,
 * imports and exports that ran are stopped (an import can be started again where it was). Run by the owner, in the transaction
 * of the restore, while row-level security does not bind the owner.
 */
const statements: ReadonlyArray<[what: string, statement: string]> = [
  ["events", "update outbox set dispatched_at = $1, last_error = 'restored' where dispatched_at is null"],
  ...["mail_messages", "installation_mails"].map((ledger): [string, string] => [
    "mails",
    `update ${ledger} set status = 'failed', last_error_code = 'restored', settled_at = $1, next_attempt_at = null,
       claimed_at = null, claimed_by = null where status in ('queued', 'claimed')`,
  ]),
  ["imports", "update imports set state = 'cancelled', finished_at = $1 where state in ('running', 'undoing')"],
  [
    "exports",
    `update list_exports set status = 'failed', finished_at = $1, problem = 'The installation was restored from a backup.'
       where status in ('waiting', 'running')`,
  ],
];

/** @returns how many of each were held back */
export async function quieten(client: Client, now: Date): Promise<Record<string, number>> {
  const held: Record<string, number> = {};
  for (const [what, statement] of statements) {
    const { rowCount } = await client.query(statement, [now]);
    held[what] = (held[what] ?? 0) + (rowCount ?? 0);
  }
  return held;
}
