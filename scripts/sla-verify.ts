import { asc } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { closeDatabase, transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { now } from "@/lib/platform/clock";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { forgetMonths, monthsCountedWrong } from "@/lib/sla/kept-months";
import { mendClocks } from "@/lib/sla/mend-clocks";
import { verifyClocks, type Difference } from "@/lib/sla/verify-clocks";

/**
 * `npm run sla:verify [-- --mend] [slug …]` replays the history of every record of every organisation (or of those named), compares the clocks that are
 * stored with what comes out, and the sums of months with their clocks, and prints what differs. Ends with 1 when something does. With `--mend` what differs is stored as its history has it, and
 * compared once more.
 */
const given = process.argv.slice(2);
const mends = given.includes("--mend");
const named = given.filter((word) => word !== "--mend");
const all = await acrossSweep((tx) =>
  tx.select({ id: organisations.id, slug: organisations.slug }).from(organisations).orderBy(asc(organisations.slug)),
);
const unknown = named.filter((slug) => !all.some((organisation) => organisation.slug === slug));
for (const slug of unknown) console.error(`There is no organisation “${slug}”.`);

let faulty = unknown.length;
for (const { id, slug } of all.filter((organisation) => named.length === 0 || named.includes(organisation.slug))) {
  const left = await transaction({ organisationId: id, readOnly: !mends }, async (tx) => {
    const context = { tx, organisation: await organisationOfTransaction(tx), now: now() };
    const found = await verifyClocks(context);
    print(slug, found);
    const months = await monthsCountedWrong(context);
    for (const month of months) console.log(`${slug}: the month from ${month.toISOString()} was counted wrong`);
    const all = found.differences.length + months.length;
    if (!mends || all === 0) return all;
    const records = await mendClocks(context, found.differences);
    await forgetMonths(context, months);
    const { differences } = await verifyClocks(context);
    console.log(`${slug}: mended ${records} records and ${months.length} months, ${counted(differences)}`);
    return differences.length;
  });
  if (left > 0) faulty += 1;
}
await closeDatabase();
process.exitCode = faulty > 0 ? 1 : 0;

function print(slug: string, { clocks, differences }: { clocks: number; differences: readonly Difference[] }): void {
  console.log(`${slug}: ${clocks} clocks, ${counted(differences)}`);
  for (const { metric, entityId, cycle, what, stored, replayed } of differences.slice(0, 50))
    console.log(`  ${metric} of ${entityId}, ${cycle}: ${what} is ${stored}, and should be ${replayed}`);
  if (differences.length > 50) console.log(`  and ${differences.length - 50} more`);
}

function counted(differences: readonly Difference[]): string {
  return differences.length === 0 ? "no differences" : `${differences.length} differences`;
}
