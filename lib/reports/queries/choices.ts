import "server-only";
import { sql } from "drizzle-orm";
import { programmeFacts } from "@/db/schema/figures";
import { query } from "@/lib/platform/operation";
import { readLeanly } from "@/lib/reports/measure";
import { DashboardInput } from "@/lib/reports/schemas";
import { visibleFigures } from "@/lib/reports/sources";

/** Consultants, sponsors, industries and packages of the programmes that the actor sees: what figures can be narrowed to. */
export const figureChoices = query({
  name: "reports.choices",
  permission: "reports:read",
  input: DashboardInput.pick({}),
  example: () => ({}),
  async run(context) {
    const { tx } = context;
    await readLeanly(context);
    // One reading of the programmes: their companies, consultants and packages are few, however many programmes there are.
    const { rows } = (await tx.execute(sql`
      select consultant_id, package_id, payer, industry from ${programmeFacts} where ${visibleFigures(context)}
      group by grouping sets ((consultant_id), (package_id), (payer), (industry))`)) as unknown as {
      rows: Record<"consultant_id" | "package_id" | "payer" | "industry", string | null>[];
    };
    const known = (key: keyof (typeof rows)[number]) => rows.flatMap((row) => row[key] ?? []);
    const named = async (table: "people" | "packages", ids: readonly string[]) =>
      (
        (await tx.execute(sql`
          select named.id, named.name from ${sql.identifier(table)} named
          where named.id = any(string_to_array(${ids.join(",")}, ',')::uuid[])
          order by lower(named.name), named.id limit 500`)) as unknown as { rows: { id: string; name: string }[] }
      ).rows;
    return {
      consultants: await named("people", known("consultant_id")),
      packages: await named("packages", known("package_id")),
      sponsors: sorted(known("payer")),
      industries: sorted(known("industry")),
    };
  },
});

const sorted = (names: readonly string[]): string[] =>
  names
    .filter((name) => name !== "")
    .sort()
    .slice(0, 500);
