import type { PDFDocumentProxy } from "pdfjs-dist";
import type { PDFParse } from "pdf-parse";
import { PACKAGE_LIMITS } from "@/lib/documents/package/limits";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";

/** A piece of text as the PDF paints it. Points, from the lower left corner of the page. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
}

export interface PdfPage {
  width: number;
  height: number;
  texts: PdfText[];
}

export interface PdfContent {
  pages: PdfPage[];
  /** Addresses of links. */
  addresses: string[];
}

/** Takes the text of a PDF apart, with positions. Runs no script of the file, loads no fonts and fetches nothing. */
export async function loadPdf(bytes: Uint8Array): Promise<PdfContent> {
  const { PDFParse, PasswordException } = await loadLibrary();
  const parser = new PDFParse({
    // The library takes the buffer over, so it gets a copy (and no Buffer, which it refuses).
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWorkerFetch: false,
    // Pictures are not looked at, so none is unpacked.
    maxImageSize: 1,
    stopAtErrors: false,
  });
  try {
    const document = await documentOf(parser);
    if (document.numPages > PACKAGE_LIMITS.pdfPages) throw new UnreadableFile("pdf-too-long");
    const content: PdfContent = { pages: [], addresses: [] };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      // Fonts get their real names, which tell bold ones, only when the page's drawing is worked through.
      await page.getOperatorList();
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => {
        if (!("str" in item) || item.str === "") return [];
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
        // Text that runs upwards (a label on the margin) has no place in a line.
        if (Math.abs(b) > Math.abs(a)) return [];
        const size = Math.hypot(a, b) || item.height;
        return [{ text: item.str, x, y, width: item.width, size, bold: isBold(page.commonObjs, item.fontName) }];
      });
      content.pages.push({ width: view.width, height: view.height, texts });
      for (const annotation of (await page.getAnnotations()) as { url?: string }[]) {
        if (annotation.url) content.addresses.push(annotation.url);
      }
      page.cleanup();
    }
    return content;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(error instanceof PasswordException ? "encrypted" : "pdf-damaged");
  } finally {
    await parser.destroy();
  }
}

/**
 * The document that pdf-parse opened. Of its text it keeps neither places nor fonts, which tell columns and headings, so pages
 * are read here; opening it again for that would read every file twice. The package is pinned; the tests fail should this move.
 */
const documentOf = (parser: PDFParse): Promise<PDFDocumentProxy> =>
  (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();

/**
 * pdfjs, on which pdf-parse stands, looks for its worker in a file beside itself and for matrices in a native drawing package; a
 * bundled server has neither. Where `pdfjsWorker` is set it works in this thread, and a matrix is only ever made, never used, as
 * long as nothing is drawn.
 */
async function loadLibrary(): Promise<typeof import("pdf-parse")> {
  const scope = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown };
  scope.DOMMatrix ??= class {};
  scope.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const library = await import("pdf-parse");
  for (const { owner, name, own } of replaced) Object.defineProperty(owner, name, own);
  return library;
}

/**
 * What pdfjs replaces for the whole process, as it was before. Its versions mend faults at lengths that nothing here has, and everything that reads other
 * files afterwards would take a quarter longer.
 */
const replaced = [
  { owner: Array.prototype, name: "push" },
  { owner: JSON, name: "parse" },
].map(({ owner, name }) => ({ owner, name, own: Object.getOwnPropertyDescriptor(owner, name)! }));

function isBold(objects: { has(id: string): boolean; get(id: string): unknown }, fontName: string): boolean {
  if (!objects.has(fontName)) return false;
  const font = objects.get(fontName) as { name?: string; bold?: boolean; black?: boolean } | null;
  return (
    Boolean(font?.bold) || Boolean(font?.black) || /bold|black|heavy|semibold|demi|-medium|cmbx/i.test(font?.name ?? "")
  );
}
