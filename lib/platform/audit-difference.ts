import { canonicalJson } from "@/lib/platform/canonical-json";

/** What changed, field by field: `[before, after]`. */
export type Difference = Record<string, [unknown, unknown]>;

/** Bookkeeping that every row carries and nobody asks about. */
const bookkeeping = new Set(["version", "createdAt", "updatedAt", "organisationId", "nameKey", "emailKey", "textKey"]);

/** Fields whose content never enters the audit: it says that they changed, not to what. */
const secret = /(?:Hash|Encrypted|Wrapped|Secret)$|^(?:dataKey|password|token|body)$/;

/**
 * The difference between two states of a record; empty when nothing changed. A created or deleted record shows all of its
 * fields, against null.
 */
export function difference(before: Record<string, unknown> | null, after: Record<string, unknown> | null): Difference {
  const changed: Difference = {};
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const field of fields) {
    if (bookkeeping.has(field)) continue;
    const old = plain(before?.[field]);
    const next = plain(after?.[field]);
    if (canonicalJson(old) === canonicalJson(next)) continue;
    changed[field] = secret.test(field) ? [old === null ? null : "set", next === null ? null : "changed"] : [old, next];
  }
  return changed;
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return "bytes";
  return value;
}
