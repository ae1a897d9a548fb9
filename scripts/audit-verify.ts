import { asc } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { closeDatabase } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { verifyAudit } from "@/lib/platform/audit-chain";

/**
 * `npm run audit:verify [slug …]` walks the audit chain of every organisation (or of those named) and says what it found. Ends
 * with 1 when a chain does not hold. The last number and hash of each are printed: compare them with the ones in the log.
 */
const meaning = {
  gap: "an entry is missing",
  entry: "an entry was edited",
  link: "an entry does not follow from the one before",
  payload: "what changed is not what was written",
  payload_missing: "what changed is missing",
  head: "the end was cut off, or the chain was made anew",
} as const;

const named = process.argv.slice(2);
const all = await acrossSweep((tx) =>
  tx.select({ id: organisations.id, slug: organisations.slug }).from(organisations).orderBy(asc(organisations.slug)),
);
const unknown = named.filter((slug) => !all.some((organisation) => organisation.slug === slug));
for (const slug of unknown) console.error(`There is no organisation “${slug}”.`);

let faulty = unknown.length;
for (const { id, slug } of all.filter((organisation) => named.length === 0 || named.includes(organisation.slug))) {
  const { sealed, unsealed, erased, sequence, head, faults } = await verifyAudit(id);
  const counts = `${sealed} sealed, ${unsealed} not yet, ${erased} with erased content, ends at ${sequence} ${head}`;
  console.log(`${slug}: ${faults.length === 0 ? "holds" : "DOES NOT HOLD"} (${counts})`);
  for (const fault of faults.slice(0, 20)) {
    console.log(`  ${fault.sequence}: ${meaning[fault.kind]}${fault.entryId ? ` (${fault.entryId})` : ""}`);
  }
  if (faults.length > 20) console.log(`  and ${faults.length - 20} more`);
  if (faults.length > 0) faulty += 1;
}
await closeDatabase();
process.exitCode = faulty > 0 ? 1 : 0;
