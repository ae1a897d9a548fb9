import PDFDocument from "pdfkit";
import { TailoringRefused } from "../refused";
import { languageTag, look, papers, type TemplateOptions } from "./look";
import { blocksOf, type Piece } from "./pdf-blocks";
import { assertCovered, fontFiles, fontPath, textsIn, withoutSigns, type Face } from "./pdf-fonts";
import { lineHeight, placeBlocks, type PlacedBlock, type PlacedLine } from "./pdf-pages";
import type { RebuiltResume } from "./rebuilt-resume";

export interface RebuiltPdf {
  bytes: Uint8Array;
  pages: number;
  /** Signs that are no letters and that the face does not have, such as an emoji in front of a phone number: they are not painted. */
  signsLeftOut: string[];
}

/**
 * The resume as PDF: text that can be selected in reading order, fonts embedded, tagged (headings, lists, links) with its language. A header
 * is never the last thing on a page. The same input gives the same bytes.
 *
 * Latin, Cyrillic and Greek letters are covered. With any other letter (Hebrew, Arabic, Devanagari, Chinese, …) it is refused as
 * `script-not-covered`; the DOCX covers them.
 */
export async function rebuiltPdf(resume: RebuiltResume, { paper, madeAt }: TemplateOptions): Promise<RebuiltPdf> {
  const texts = textsIn(resume);
  assertCovered(texts);
  const { width, height } = papers[paper];
  const title = resume.name ?? "";
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: languageTag(resume),
    font: fontPath("regular"),
    info: { Title: title, Author: title, Creator: "Landfall", CreationDate: madeAt },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  const signs = missingSigns(document, texts);
  const blocks = blocksOf(resume).map((block) => ({
    ...block,
    pieces: block.pieces.map((piece) => ({ ...piece, text: withoutSigns(piece.text, signs) })),
    right: block.right === null ? null : withoutSigns(block.right, signs),
  }));
  const placed = placeBlocks(
    blocks,
    { width, height },
    (size) =>
      ({ text, face }) =>
        document.font(fontPath(face)).fontSize(size).widthOfString(text),
  );
  paint(document, placed, width);
  document.end();
  await ended;
  const pages = 1 + Math.max(0, ...placed.flatMap(({ lines }) => lines.map(({ page }) => page)));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), pages, signsLeftOut: [...signs] };
}

const faces = Object.keys(fontFiles) as Face[];

/** Signs that a face lacks. The library does not tell, its font does; the package is pinned, and the tests fail should this move. */
function missingSigns(document: PDFKit.PDFDocument, texts: readonly string[]): Set<string> {
  const missing = new Set<string>();
  const signs = new Set(texts.flatMap((text) => [...text]));
  signs.delete("\n");
  for (const face of faces) {
    document.font(fontPath(face));
    const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font;
    for (const sign of signs) if (!font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) missing.add(sign);
  }
  if ([...missing].some((sign) => /[\p{L}\p{N}]/u.test(sign))) throw new TailoringRefused("script-not-covered");
  return missing;
}

function paint(document: PDFKit.PDFDocument, blocks: readonly PlacedBlock[], width: number): void {
  const root = document.struct("Document");
  document.addStructure(root);
  let list = null as PDFKit.PDFStructureElement | null;
  let pages = 0;
  const turnTo = ({ page }: PlacedLine): void => {
    for (; pages <= page; pages++) document.addPage();
  };
  if (blocks.length === 0) document.addPage();
  for (const placed of blocks) {
    const { block, lines } = placed;
    if (block.tag !== "LI") {
      list?.end();
      list = null;
    } else if (!list) {
      list = document.struct("L");
      root.add(list);
    }
    const element = document.struct(block.tag);
    (list ?? root).add(element);
    let body = element;
    if (block.bullet && lines[0]) {
      turnTo(lines[0]);
      const { y } = lines[0];
      const label = document.struct("Lbl", {}, () =>
        write(
          document,
          { text: "•", face: "regular" },
          look.margin.side + block.indent - look.bullet.hanging,
          y,
          placed,
        ),
      );
      element.add(label);
      body = document.struct("LBody");
      element.add(body);
    }
    lines.forEach((line, at) => {
      turnTo(line);
      writeLine(document, body, line, placed, width, at === lines.length - 1);
    });
    if (body !== element) body.end();
    element.end();
    if (block.rule && lines.at(-1)) rule(document, lines.at(-1)!.y + lineHeight(block), width);
  }
  list?.end();
  root.end();
}

function writeLine(
  document: PDFKit.PDFDocument,
  element: PDFKit.PDFStructureElement,
  line: PlacedLine,
  placed: PlacedBlock,
  width: number,
  last: boolean,
): void {
  let x = look.margin.side + placed.block.indent;
  line.pieces.forEach((piece, at) => {
    // Readers put lines together: a space at the end keeps words apart.
    const ends = at === line.pieces.length - 1 && !last;
    const text = ends ? { ...piece, text: `${piece.text} ` } : piece;
    const from = x;
    const painted = (): void => write(document, text, from, line.y, placed);
    element.add(piece.address === undefined ? painted : document.struct("Link", {}, painted));
    x += document.font(fontPath(piece.face)).fontSize(placed.block.size).widthOfString(piece.text);
  });
  if (line.right === null) return;
  const text = line.right;
  const right: Piece = { text, face: "regular" };
  const length = document.font(fontPath("regular")).fontSize(placed.block.size).widthOfString(text);
  element.add(() => write(document, right, width - look.margin.side - length, line.y, placed));
}

function write(document: PDFKit.PDFDocument, piece: Piece, x: number, y: number, { block }: PlacedBlock): void {
  document
    .font(fontPath(piece.face))
    .fontSize(block.size)
    .fillColor(`#${block.color}`)
    .text(piece.text, x, y, {
      lineBreak: false,
      ...(piece.address === undefined ? {} : { link: piece.address }),
    });
}

function rule(document: PDFKit.PDFDocument, y: number, width: number): void {
  document.markContent("Artifact", { type: "Layout" });
  document
    .moveTo(look.margin.side, y)
    .lineTo(width - look.margin.side, y)
    .lineWidth(0.75)
    .strokeColor(`#${look.accent}`)
    .stroke();
  document.endMarkedContent();
}
