import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { peakMegabytes } from "@/lib/platform/testing/peak-memory";
import { readResume } from "@/lib/resumes/read";
import { placementsIn } from "@/lib/tailoring/fixtures/placements";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { tailorDocx } from "@/lib/tailoring/writing/tailor-docx";

/**
 * A process of its own, for what a test wants to know of one: `take-files.ts <folder>` reads and tailors every file and prints, a line each, what
 * became of it and the most memory (in MB) that the process has had until then.
 */
const folder = process.argv[2]!;
for (const name of readdirSync(folder).sort()) {
  const outcome = await take(name);
  console.log(JSON.stringify({ name, outcome, megabytes: peakMegabytes() }));
}

async function take(name: string): Promise<string> {
  const bytes = readFileSync(join(folder, name));
  try {
    const placements = placementsIn(await readResume(bytes, name));
    tailorDocx(bytes, name, placements);
    return placements.length > 0 ? "tailored" : "read";
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof TailoringRefused) return error.code;
    throw error;
  }
}
