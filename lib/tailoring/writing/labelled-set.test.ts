import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readResume } from "@/lib/resumes/read";
import { blockedIn, placementsIn, point } from "@/lib/tailoring/fixtures/placements";
import { tailorDocx } from "./tailor-docx";

/** A folder with real layouts, kept outside the project. */
const folder = process.env.LANDFALL_RESUME_SET ?? "";
const author = { name: "Dario", date: "2026-11-21T09:00:00Z" };

describe.skipIf(!existsSync(join(folder, "docx")) || folder === "")("the labelled set (LANDFALL_RESUME_SET)", () => {
  test("takes points in, clean and tracked, in every file with bullets", { timeout: 120_000 }, async () => {
    let tailored = 0;
    for (const name of readdirSync(join(folder, "docx"))) {
      const bytes = readFileSync(join(folder, "docx", name));
      const reading = await readResume(bytes, name).catch(() => null);
      if (!reading) continue;
      const placements = placementsIn(reading, point, blockedIn(bytes, name));
      if (placements.length === 0) continue;
      const clean = await readResume(tailorDocx(bytes, name, placements).bytes, name);
      const tracked = await readResume(tailorDocx(bytes, name, placements, author).bytes, name);
      expect(
        tracked.paragraphs.map(({ text }) => text),
        name,
      ).toEqual(clean.paragraphs.map(({ text }) => text));
      tailored += 1;
    }
    expect(tailored).toBeGreaterThanOrEqual(52);
  });
});
