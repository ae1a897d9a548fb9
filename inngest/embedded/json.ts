/** JSON as Postgres takes it: without NUL characters and half characters, which `jsonb` refuses. */
export function json(value: unknown): string {
  const clean = (_key: string, item: unknown) =>
    typeof item === "string" ? item.replaceAll("\0", "").toWellFormed() : item;
  return JSON.stringify(value ?? null, clean) ?? "null";
}
