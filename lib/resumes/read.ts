import { inspectUpload } from "@/lib/documents/package/inspect";
import { openInspectedDocx, type OpenDocx } from "@/lib/documents/package/open-docx";
import { otherFormat } from "@/lib/documents/package/other-formats";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { readPdf } from "./pdf/read-pdf";
import { readDocx, type DocxText } from "./reading/read-docx";
import type { ResumeReading } from "./types";

/**
 * Reads a resume: who it is about, its sections, its roles with their bullets, its skills.
 *
 * The way there, one folder a step (the first two stand below the module of files, which inspects every upload with them):
 * 1. `lib/documents/package/` decides by content what the file is and refuses what is unreadable or could harm, each case with a code of its own.
 *    A DOCX is opened by the directory of its ZIP; nothing is unpacked that is not needed, and never beyond the limits.
 * 2. `lib/documents/xml/` splits the main part into tokens with their offsets, so that a later edit can leave every other byte alone.
 * 3. `reading/` turns tokens into paragraphs (numbered as every `w:p` counts), with the list each belongs to and its looks. `pdf/` gives the
 *    lines of a PDF in reading order in the same form, and from there on both are read alike.
 * 4. Headings are found by words in eight languages and by looks. Inside a work history, labels ("Client:"), date ranges, job-title words and
 *    employer words are signs of a role's header; headers are clusters of signs, and a sign that comes again begins the next header.
 *    What follows a header are duties, unless a label says description, environment or a list of projects.
 * 5. No single cue decides. Each section and role carries its evidence and a confidence, and whoever inserts text asks a person below
 *    `SURE_ENOUGH`. Where nothing convincing is found the reading says so in `warnings` instead of guessing.
 * 6. Where a person clicks the roles, `marked-roles/` reads them there, and keeps how they look: others of that layout are read alike.
 *
 * Throws {@link UnreadableFile} for every file that cannot be read; nothing else is thrown for any bytes. Uses no clock, network or database.
 */
export async function readResume(bytes: Uint8Array, fileName: string): Promise<ResumeReading> {
  return (await openResume(bytes, fileName)).reading;
}

/** A resume that was read, with what an edit of it needs: null for a PDF, which is not edited. */
export interface OpenResume {
  reading: ResumeReading;
  docx: { open: OpenDocx; text: DocxText } | null;
}

/** {@link readResume} for whoever edits the document afterwards, so that it is inspected and read once. */
export async function openResume(bytes: Uint8Array, fileName: string): Promise<OpenResume> {
  const inspection = inspectUpload(bytes, fileName);
  switch (inspection.kind) {
    case "docx": {
      const open = openInspectedDocx(inspection.package, inspection.mainPart);
      const { reading, text } = readDocx(open);
      return { reading, docx: { open, text } };
    }
    case "pdf":
      return { reading: await readPdf(bytes), docx: null };
    case "other":
      throw new UnreadableFile(otherFormat(bytes, fileName));
    default:
      throw new UnreadableFile("other-office");
  }
}
