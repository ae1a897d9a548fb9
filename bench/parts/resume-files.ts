import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleDocuments } from "@/scripts/judging/sample-documents";
import { tailorOnce } from "./tailor-once";

export interface ResumeFile {
  name: string;
  bytes: Uint8Array;
}

/** The resumes that are measured with: those of LANDFALL_RESUME_SET, or generated ones. Only such that points go into, so that all the work is done. */
export async function resumeFiles(): Promise<{ files: ResumeFile[]; what: string }> {
  const folder = process.env.LANDFALL_RESUME_SET ? join(process.env.LANDFALL_RESUME_SET, "docx") : "";
  const given = folder !== "" && existsSync(folder);
  const all = given
    ? readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
    : sampleDocuments();
  const files: ResumeFile[] = [];
  for (const file of all) if (await tailorOnce(file.bytes, file.name)) files.push(file);
  return { files, what: given ? `${files.length} resumes with real layouts` : `${files.length} generated resumes` };
}
