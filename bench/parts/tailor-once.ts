import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { openResume } from "@/lib/resumes/read";
import { knownTechnologies } from "@/lib/tailoring/distribution/known-technologies";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { applyPlan, planFor } from "@/lib/tailoring/tailor-resume";

const points = [
  ["Java", "Moved the booking service of forty depots to Java 21 without a minute of downtime."],
  ["PostgreSQL", "Cut the slowest query of the ledger from nine seconds to forty milliseconds."],
  ["AWS", "Brought the nightly batch to spot instances and saved a third of its cost."],
  ["React", "Built the tracking page that two million parcels a year are looked up on."],
  ["Kubernetes", "Rolled out twelve services a week with a plan for going back at each step."],
  ["SQL", "Wrote the reports that the auditors accepted without a question."],
].map(([technology, text]) => ({ technology: technology!, text: text! }));

const technologies = knownTechnologies();

/** One resume as a batch takes it: read, planned, written, proved. False where it has no place for points. */
export async function tailorOnce(bytes: Uint8Array, name: string): Promise<boolean> {
  try {
    const open = await openResume(bytes, name);
    const request = { points, technologies, thisYear: 2026 };
    const plan = planFor(open, request);
    if (plan.placed.length === 0) return false;
    applyPlan(open, plan, points);
    return true;
  } catch (error) {
    if (error instanceof TailoringRefused || error instanceof UnreadableFile) return false;
    throw error;
  }
}
