import { inspectUpload } from "@/lib/documents/package/inspect";
import { openInspectedDocx } from "@/lib/documents/package/open-docx";
import { layoutPage } from "@/lib/resumes/pdf/layout";
import { loadPdf } from "@/lib/resumes/pdf/load-pdf";
import { docxFacts } from "./docx-facts";
import { noFacts, type LayoutFacts } from "./layout-facts";

/** Looks at a file that {@link readResume} takes. Throws UnreadableFile for every other one. */
export async function readLayoutFacts(bytes: Uint8Array, fileName: string): Promise<LayoutFacts> {
  const inspection = inspectUpload(bytes, fileName);
  if (inspection.kind === "docx")
    return docxFacts(openInspectedDocx(inspection.package, inspection.mainPart), fileName);
  if (inspection.kind !== "pdf") return noFacts(fileName);
  const { pages } = await loadPdf(bytes);
  const columned = pages.some((page, number) => {
    const sides = layoutPage(page, number).map(({ column }) => column);
    return [1, 2].every((side) => sides.filter((column) => column === side).length >= fewestLines);
  });
  // Which paragraphs of the reading stand in them is not kept; the first one stands for the file.
  return { ...noFacts(fileName), pages: pages.length, columns: columned ? [0] : [] };
}

/** Two lines side by side are no column yet. Our choice, half of what the reader of PDFs asks for. */
const fewestLines = 3;
