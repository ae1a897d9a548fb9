import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tellFigures } from "@/lib/platform/testing/tell-figures";
import { scoreLabelledSet } from "./fixtures/labelled-set";
import { readResume } from "./read";

/** A folder with real layouts and hand-made labels, kept outside the project. */
const folder = process.env.LANDFALL_RESUME_SET ?? "";
const present = folder !== "" && existsSync(join(folder, "labels"));

if (!present)
  tellFigures(
    "Resume set not read: LANDFALL_RESUME_SET names no folder with labels. Generated documents are tested instead.",
  );

describe.skipIf(!present)("the labelled set (LANDFALL_RESUME_SET)", () => {
  it("finds roles and bullets as well as promised", { timeout: 120_000 }, async () => {
    const score = await scoreLabelledSet(folder);
    const rate = ({ precision, recall, f1 }: typeof score.roles): string =>
      `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
    tellFigures(
      `${score.files} files in ${Math.round(score.milliseconds)} ms; refused: ${score.refused.join(", ") || "none"}`,
      `roles found in ${score.withRolesFound} of ${score.withHistory} files with a work history`,
      `roles ${rate(score.roles)}`,
      `spans ${rate(score.spans)}`,
      `bullets ${rate(score.bullets)}`,
      `sections ${rate(score.sections)}`,
    );
    expect(score.differences.filter((line) => line.includes(" paragraphs "))).toEqual([]);
    expect(score.refused.every((line) => line.endsWith(" macros"))).toBe(true);
    expect(score.withRolesFound / score.withHistory).toBeGreaterThanOrEqual(0.95);
    expect(score.roles.f1).toBeGreaterThanOrEqual(0.9);
    expect(score.spans.f1).toBeGreaterThanOrEqual(0.9);
    expect(score.bullets.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.bullets.recall).toBeGreaterThanOrEqual(0.9);
  });

  it("reads the contacts of every PDF, and the stated roles of most", { timeout: 120_000 }, async () => {
    const names = readdirSync(join(folder, "pdf")).filter((name) => name.endsWith(".pdf"));
    let asMany = 0;
    for (const name of names) {
      const reading = await readResume(readFileSync(join(folder, "pdf", name)), name);
      const expected = JSON.parse(
        readFileSync(join(folder, "pdf", name.replace(".pdf", ".expected.json")), "utf8"),
      ) as {
        reproArtifact: { parsedCounts: { experienceCount: number } };
      };
      expect(reading.contacts.emails.length, name).toBeGreaterThan(0);
      expect(reading.contacts.phones.length, name).toBeGreaterThan(0);
      expect(reading.contacts.name, name).not.toBeNull();
      if (reading.roles.length === expected.reproArtifact.parsedCounts.experienceCount) asMany++;
    }
    expect(asMany / names.length).toBeGreaterThanOrEqual(0.75);
  });
});
