import { describe, expect, test } from "vitest";
import { ODD_FILES } from "@/lib/resumes/fixtures/odd-files";
import { readResume } from "@/lib/resumes/read";
import { placementsIn } from "@/lib/tailoring/fixtures/placements";
import { tailorDocx } from "./tailor-docx";

const author = { name: "Dario", date: "2026-11-21T09:00:00Z" };

describe("odd documents that are whole", () => {
  test.each(ODD_FILES)("$name is read and tailored, clean and tracked", async ({ name, bytes }) => {
    const original = bytes();
    const reading = await readResume(original, name);
    const placements = placementsIn(reading);
    expect(placements.length).toBeGreaterThan(0);
    const clean = tailorDocx(original, name, placements);
    const tracked = tailorDocx(original, name, placements, author);
    expect(clean.proof.newParagraphCount).toBeGreaterThanOrEqual(placements.length);
    expect(tracked.proof.rejectingGivesOriginal).toBe(true);
    const again = await readResume(clean.bytes, name);
    expect(again.roles.map(({ employer }) => employer)).toEqual(reading.roles.map(({ employer }) => employer));
    expect(again.roles.flatMap(({ bullets }) => bullets)).toHaveLength(
      reading.roles.flatMap(({ bullets }) => bullets).length + placements.length,
    );
  });
});
