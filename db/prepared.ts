import { createHash } from "node:crypto";
import type pg from "pg";

/** So many statements are kept prepared on a connection; beyond that they are sent as text. */
const mostPrepared = 300;

/** A statement is worth preparing when it comes again. */
const worthAfter = 3;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which a statement is prepared; undefined while it is not, or not worth it. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostPrepared || !isLookUp(text)) return known;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < worthAfter) {
    // Texts that never come again (a list's odd filter) do not pile up.
    if (seen.size > 2_000) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `s_${createHash("sha1").update(text).digest("hex").slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** What reads some of many (a list, a search) is left alone: its best way depends on what is asked, and a kept plan forgets that. */
const isLookUp = (text: string) => /^\s*select\s/i.test(text) && !/\blimit\b/i.test(text) && text.length < 20_000;

interface Asked {
  text: string;
  name?: string;
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";

/**
 * A connection that prepares what it is asked again and again: the wall and the joins of a page's reads take Postgres longer to plan
 * than to answer. A plan is kept for the role it was made for, and made anew when the role or a table changes, so the wall holds.
 */
export const preparing = (Client: typeof pg.Client): typeof pg.Client =>
  class extends Client {
    override query(...given: unknown[]): never {
      const [asked] = given;
      const name = isAsked(asked) && !asked.name ? nameOf(asked.text) : undefined;
      const call = super.query.bind(this) as (...values: unknown[]) => never;
      return name ? call({ ...(asked as Asked), name }, ...given.slice(1)) : call(...given);
    }
  };
