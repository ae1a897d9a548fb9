import "server-only";
import { and, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows } from "@/db/schema/imports";
import { checkRow } from "@/lib/imports/check-row";
import { importedFrom, type ImportRecord } from "@/lib/imports/load";
import type { WholeTarget } from "@/lib/imports/own-fields";
import type { RowStatus } from "@/lib/imports/schemas";

const rowsAtOnce = 1000;

/**
 * Writes to each row what would happen to it: valid, faulty (with its issues), repeated (an earlier row of the file is the
 * same), or known (an earlier import brought it in). Batch by batch, so that memory does not grow with the file.
 */
export async function previewRows(tx: Transaction, record: ImportRecord, target: WholeTarget): Promise<void> {
  const lineOf = new Map<string, number>();
  let after = 0;
  for (;;) {
    const rows = await tx
      .select({ id: importRows.id, line: importRows.line, cells: importRows.cells })
      .from(importRows)
      .where(and(eq(importRows.importId, record.id), gt(importRows.line, after)))
      .orderBy(importRows.line)
      .limit(rowsAtOnce);
    if (rows.length === 0) return;
    after = rows.at(-1)!.line;
    const checked = rows.map((row) => ({
      row,
      ...checkRow(target, record.mapping, row.cells, importedFrom(record)),
    }));
    const known = await knownIdentities(
      tx,
      record,
      checked.map(({ identityHash }) => identityHash),
    );
    const updates = checked.map(({ row, issues, identityHash }) => {
      const first = lineOf.get(identityHash);
      let status: RowStatus = "valid";
      if (Object.keys(issues).length > 0) status = "faulty";
      else if (known.has(identityHash)) status = "known";
      else if (first !== undefined) status = "repeated";
      else lineOf.set(identityHash, row.line);
      const said = status === "repeated" ? { "": `The same as line ${first}.` } : issues;
      return { id: row.id, status, issues: said, identity_hash: identityHash };
    });
    await tx.execute(sql`
      update ${importRows} set status = u.status, issues = u.issues, identity_hash = u.identity_hash
      from jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) as u (id uuid, status text, issues jsonb, identity_hash text)
      where import_rows.id = u.id`);
  }
}

async function knownIdentities(tx: Transaction, record: ImportRecord, hashes: string[]): Promise<Set<string>> {
  const known = await tx
    .select({ identityHash: importRows.identityHash })
    .from(importRows)
    .where(
      and(
        eq(importRows.target, record.target),
        inArray(importRows.identityHash, hashes),
        inArray(importRows.status, ["created", "kept"]),
        ne(importRows.importId, record.id),
      ),
    );
  return new Set(known.map(({ identityHash }) => identityHash!));
}
