import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { readChoice } from "@/lib/platform/filter-values";

const Id = z.uuid();

/** The filter by whose search it is. It compares ids as ids: as text, no index over the person would give the order of the list. */
export const personFilter = (personId: AnyPgColumn) => ({
  key: "person",
  kind: "choice" as const,
  condition: (value: string) => {
    const ids = readChoice(value).filter((one) => Id.safeParse(one).success);
    return ids.length > 0 ? inArray(personId, ids) : sql`false`;
  },
});
