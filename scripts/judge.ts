import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canJudge, judgeDocuments } from "./judging/judge-documents";
import { sampleDocuments } from "./judging/sample-documents";

/** Of a hundred new bullets, so many stand and look as their siblings do. */
const goal = 0.98;

/**
 * `npm run judge [-- <folder>]`: what the new bullets of tailored documents look like on the page, beside their siblings. Takes the documents of the
 * folder, of LANDFALL_RESUME_SET, or generated ones. Exit status 1 below the goal.
 */
const folder = process.argv[2] ?? (process.env.LANDFALL_RESUME_SET && join(process.env.LANDFALL_RESUME_SET, "docx"));
if (!canJudge()) console.log("Not judged: this needs LibreOffice (soffice) and poppler (pdftotext, pdftohtml).");
else {
  const given = folder && existsSync(folder);
  if (folder && !given) throw new Error(`There is no folder ${folder}.`);
  const verdict = await judgeDocuments(given ? documentsIn(folder) : sampleDocuments());
  for (const line of [...verdict.left, ...verdict.differences]) console.log(`  ${line}`);
  const share = verdict.alike / Math.max(1, verdict.bullets);
  const { documents, bullets, alike } = verdict;
  console.log(
    `${documents} documents, ${bullets} new bullets: ${alike} as their siblings (${(100 * share).toFixed(1)} %).`,
  );
  process.exitCode = bullets > 0 && share >= goal ? 0 : 1;
}

function documentsIn(from: string) {
  return readdirSync(from)
    .filter((name) => /\.do[ct]x$/i.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(from, name)) }));
}
