import { getTranslations } from "next-intl/server";

export interface AuditWords {
  /** What a command did: "Contact noted". Null for what no command of this release is called. */
  operation(code: string): string | null;
  /** A kind of record: "Programme". */
  entity(code: string): string | null;
  /** A stored field: "Ends on". */
  field(name: string): string | null;
}

/** The words for the codes under which audit stores what happened. */
export async function auditWords(): Promise<AuditWords> {
  const t = await getTranslations("audit");
  const word = (key: string) => (t.has(key) ? t(key) : null);
  return {
    operation: (code) => (/^[a-z]+\.[a-zA-Z]+$/.test(code) ? word(`operations.${code}`) : null),
    entity: (code) => (/^[a-z_-]+$/.test(code) ? word(`filters.entity.options.${code}`) : null),
    field: (name) => (/^[a-zA-Z]+$/.test(name) ? word(`fields.${name}`) : null),
  };
}

/** Words for those codes of a page that have any, as a table takes them. */
export function saidOf(codes: Iterable<unknown>, word: (code: string) => string | null): Record<string, string> {
  const said: Record<string, string> = {};
  for (const code of codes) {
    const words = typeof code === "string" ? word(code) : null;
    if (words) said[String(code)] = words;
  }
  return said;
}
