import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from "docx";
import { introduces, languageTag, leadOf, linkedPieces, look, papers, type TemplateOptions } from "./look";
import type { HeaderLine, RebuiltBlock, RebuiltResume, RebuiltText } from "./rebuilt-resume";
import { sameBytes } from "./same-bytes";
import { runsRightToLeft } from "./text-of";

/**
 * The resume as DOCX: heading styles, a real list, dates at a tab stop, the language said. A header stays with its first bullet. Every script
 * that the reader's Word has a font for is covered. The same input gives the same bytes.
 */
export async function rebuiltDocx(resume: RebuiltResume, { paper, madeAt }: TemplateOptions): Promise<Uint8Array> {
  const { width, height } = papers[paper];
  const right = twips(width - 2 * look.margin.side);
  const document = new Document({
    creator: resume.name ?? "",
    lastModifiedBy: resume.name ?? "",
    title: resume.name ?? "",
    styles: stylesOf(resume),
    numbering: { config: [{ reference: list, levels: [0, 1, 2].map(levelOf) }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(width), height: twips(height) },
            margin: {
              left: twips(look.margin.side),
              right: twips(look.margin.side),
              top: twips(look.margin.top),
              bottom: twips(look.margin.bottom),
            },
          },
        },
        children: paragraphsOf(resume, right),
      },
    ],
  });
  return sameBytes(new Uint8Array(await Packer.toBuffer(document)), madeAt);
}

const list = "bullets";
const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);
/** Word counts line heights in 240ths of a line, and a line of Arial is 1.15 of its size. */
const lineHeight = Math.round((look.line / 1.15) * 240);

function paragraphsOf(resume: RebuiltResume, right: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  if (resume.name !== null) {
    paragraphs.push(
      new Paragraph({ style: "Title", ...direction(resume.name, resume.rightToLeft), children: runs(resume.name) }),
    );
  }
  for (const { text, contact } of resume.top) {
    paragraphs.push(
      new Paragraph({
        style: contact ? "Contacts" : "Headline",
        ...direction(text, resume.rightToLeft),
        children: contact ? linked(text) : runs(text),
      }),
    );
  }
  for (const { title, blocks, kind } of resume.sections) {
    if (title !== null) {
      paragraphs.push(
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          ...direction(title, resume.rightToLeft),
          children: runs(title),
        }),
      );
    }
    blocks.forEach((block, at) => {
      paragraphs.push(...paragraphsOfBlock(block, right, kind === "skills", title !== null && at === 0));
    });
  }
  return paragraphs;
}

/** `first`: directly below a heading, which has its own space below. */
function paragraphsOfBlock(block: RebuiltBlock, right: number, leads: boolean, first: boolean): Paragraph[] {
  const spacing = first ? { spacing: { before: 0 } } : {};
  if (block.kind !== "role") return [textParagraph(block, right, leads, spacing)];
  const followed = block.body.length > 0;
  const header = block.header.map((line, at) => {
    const keepNext = followed || at < block.header.length - 1;
    const style = at === 0 ? { heading: HeadingLevel.HEADING_2 } : { style: "RoleLine" };
    return new Paragraph({
      ...style,
      ...(at === 0 ? spacing : {}),
      keepNext,
      ...direction(line.left, false),
      ...ended(line, right),
    });
  });
  const bullet = block.body.findIndex(({ kind }) => kind === "bullet");
  return [
    ...header,
    ...block.body.map((text, at) =>
      textParagraph(text, right, false, introduces(text, at, bullet) ? { keepNext: true } : {}),
    ),
  ];
}

function textParagraph(text: RebuiltText, right: number, leads: boolean, more: IParagraphOptions): Paragraph {
  const common = { ...direction(text.text, text.rightToLeft), ...more };
  switch (text.kind) {
    case "bullet":
      return new Paragraph({
        style: "ListBullet",
        numbering: { reference: list, level: Math.min(text.level, 2) },
        ...common,
        children: leads ? led(text.text) : runs(text.text),
      });
    case "label":
      return new Paragraph({ style: "Label", ...common, ...ended({ left: text.text, right: text.right }, right) });
    case "environment":
      return new Paragraph({ style: "Environment", ...common, children: led(text.text) });
    case "text":
      return text.right === null
        ? new Paragraph({ ...common, children: leads ? led(text.text) : runs(text.text) })
        : new Paragraph({ ...common, ...ended({ left: text.text, right: text.right }, right) });
  }
}

/** Text with something at the other end of the line. */
function ended(line: HeaderLine, right: number): IParagraphOptions {
  if (line.right === null) return { children: runs(line.left) };
  const rightToLeft = runsRightToLeft(line.right);
  return {
    tabStops: [{ type: TabStopType.RIGHT, position: right }],
    children: [...runs(line.left), new TextRun({ rightToLeft, bold: false, children: [new Tab(), line.right] })],
  };
}

/** Word turns a paragraph and its signs separately; English in a paragraph that runs to the left stays readable. */
const direction = (text: string, rightToLeft: boolean): IParagraphOptions =>
  rightToLeft || runsRightToLeft(text) ? { bidirectional: true } : {};

function runs(text: string, options: { bold?: boolean } = {}): TextRun[] {
  const rightToLeft = runsRightToLeft(text);
  return text
    .split("\n")
    .map((piece, at) => new TextRun({ text: piece, ...options, ...(rightToLeft && { rightToLeft }), break: at && 1 }));
}

function led(text: string): TextRun[] {
  const lead = leadOf(text);
  return lead ? [...runs(lead.lead, { bold: true }), ...runs(lead.rest)] : runs(text);
}

const linked = (text: string): ParagraphChild[] =>
  linkedPieces(text).flatMap((piece): ParagraphChild[] =>
    piece.address === null
      ? runs(piece.text)
      : [new ExternalHyperlink({ link: piece.address, children: [new TextRun({ text: piece.text })] })],
  );

const levelOf = (level: number) => ({
  level,
  format: LevelFormat.BULLET,
  text: "•",
  alignment: AlignmentType.LEFT,
  style: {
    run: { font: look.font },
    paragraph: {
      indent: {
        left: twips(look.bullet.indent + level * look.bullet.level),
        hanging: twips(look.bullet.hanging),
      },
    },
  },
});

function stylesOf(resume: RebuiltResume) {
  const tag = languageTag(resume);
  const font = { ascii: look.font, hAnsi: look.font, cs: look.font, eastAsia: look.font };
  const size = halfPoints(look.text.size);
  const spacing = (before: number, after: number) => ({ before: twips(before), after: twips(after), line: lineHeight });
  const derived = { basedOn: "Normal", next: "Normal", quickFormat: true };
  return {
    default: {
      document: {
        run: { font, size, language: { value: tag, eastAsia: tag, bidirectional: tag } },
        paragraph: { spacing: spacing(0, look.text.after) },
      },
      title: {
        run: { font, size: halfPoints(look.name.size), bold: true, color: look.accent },
        paragraph: { spacing: { before: 0, after: twips(look.name.after) }, keepNext: true },
      },
      heading1: {
        run: { font, size: halfPoints(look.heading.size), bold: true, color: look.accent },
        paragraph: {
          spacing: spacing(look.heading.before, look.heading.after),
          keepNext: true,
          keepLines: true,
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: look.heading.rule, color: look.accent } },
        },
      },
      heading2: {
        run: { font, size: halfPoints(look.role.size), bold: true, color: "000000" },
        paragraph: { spacing: spacing(look.role.before, 1), keepNext: true, keepLines: true },
      },
    },
    paragraphStyles: [
      {
        id: "Headline",
        name: "Headline",
        ...derived,
        run: { size: halfPoints(look.role.size), color: look.soft },
        paragraph: { spacing: spacing(0, look.top.after) },
      },
      {
        id: "Contacts",
        name: "Contacts",
        ...derived,
        run: { size: halfPoints(look.top.size) },
        paragraph: { spacing: spacing(0, look.top.after) },
      },
      {
        id: "RoleLine",
        name: "Role line",
        ...derived,
        run: { color: look.soft },
        paragraph: { spacing: spacing(0, 2), keepLines: true },
      },
      {
        id: "Label",
        name: "Label",
        ...derived,
        run: { bold: true },
        paragraph: { spacing: spacing(look.label.before, 2), contextualSpacing: true, keepNext: true, keepLines: true },
      },
      {
        id: "ListBullet",
        name: "List Bullet",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { spacing: spacing(0, look.bullet.after) },
      },
      {
        id: "Environment",
        name: "Environment",
        ...derived,
        paragraph: { spacing: spacing(2, look.text.after) },
      },
    ],
  };
}
