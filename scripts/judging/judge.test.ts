import { describe, expect, test } from "vitest";
import { canJudge, judgeDocuments } from "./judge-documents";
import { sampleDocuments } from "./sample-documents";

const able = canJudge();
if (!able) console.log("New bullets on the page: not judged, because LibreOffice and poppler are not installed.");

describe.skipIf(!able)("on the page", () => {
  test("new bullets of generated resumes stand and look as their siblings do", { timeout: 240_000 }, async () => {
    const { documents, bullets, alike, differences } = await judgeDocuments(sampleDocuments());
    expect(documents).toBe(sampleDocuments().length);
    expect(differences).toEqual([]);
    expect(alike).toBe(bullets);
    expect(bullets).toBeGreaterThan(20);
  });
});
