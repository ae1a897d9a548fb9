import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, childElements } from "@/lib/documents/xml/cursor";
import { ancestorsOf, parentsOf } from "@/lib/documents/xml/parents";
import { bullet, p, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { generatedResumes } from "@/lib/resumes/fixtures/generated-resumes";
import { textOf } from "@/lib/resumes/reading/read-docx";
import { openDocx } from "@/lib/tailoring/writing/open-docx";
import { previewCopy } from "./preview-copy";

/** Names of the elements around each paragraph with words, from the inside out, without prefixes. */
function around(bytes: Uint8Array): { text: string; names: string[] }[] {
  const docx = openDocx(bytes, "a.docx");
  const parents = parentsOf(docx.main);
  return textOf(docx).paragraphs.flatMap(({ element, text }) =>
    text.trim()
      ? [{ text, names: [...ancestorsOf(parents, element)].map((at) => bare(docx.main.tokens[at]!.name)) }]
      : [],
  );
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** What the library that draws would pass over: it knows a box as textbox in shape in pict, of two copies the fallback, no controls in tables. */
function passedOver(names: readonly string[]): boolean {
  return names.some((name, at) => {
    const [next, then] = [names[at + 1], names[at + 2]];
    if (name === "group" || name === "wgp" || name === "drawing") return true;
    if (name === "txbxContent")
      return next !== "textbox" || (then !== "pict" && (then !== "shape" || names[at + 3] !== "pict"));
    return name === "sdt" && /^(tc|tr|tbl)$/.test(next ?? "");
  });
}

/** Words that are drawn in no copy. */
function lost(bytes: Uint8Array): string[] {
  const all = around(previewCopy(openDocx(bytes, "a.docx")));
  const drawn = new Set(all.filter(({ names }) => !passedOver(names)).map(({ text }) => text));
  return all.map(({ text }) => text).filter((text) => !drawn.has(text));
}

const stylesIn = (bytes: Uint8Array, name: string): string[] => {
  const { main } = openDocx(previewCopy(openDocx(bytes, "a.docx")), "a.docx");
  return main.tokens.flatMap((token, at) =>
    bare(token.name) === name && token.kind !== "end" ? [attribute(main, at, "style") ?? ""] : [],
  );
};

const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`;
const inRun = (drawing: string): string => `<w:p><w:r>${drawing}</w:r></w:p>`;
const docx = (body: string): Uint8Array => writeDocx({ body });

describe("what a drawing of a document would pass over", () => {
  it("text boxes in groups stand alone in the copy, each at its place on the page, with what was painted behind it", () => {
    const bytes = docx(
      inRun(
        `<w:pict><v:group style="position:absolute;margin-left:72pt;margin-top:10pt;width:200pt;height:100pt;mso-position-horizontal-relative:page" coordorigin="1000,500" coordsize="2000,1000">` +
          `<v:shape style="position:absolute;left:1000;top:500;width:1000;height:500" fillcolor="#1f3864 [3204]"/>` +
          `<v:rect style="position:absolute;left:1100;top:600;width:800;height:300" filled="f"><v:textbox>${box("White on blue")}</v:textbox></v:rect>` +
          `<v:group style="position:absolute;left:2000;top:1000;width:1000;height:500" coordsize="10,10"><v:roundrect style="left:5;top:0;width:5;height:10"><v:textbox>${box("Within")}</v:textbox></v:roundrect></v:group>` +
          `</v:group></w:pict>`,
      ) + bullet("After"),
    );
    expect(lost(bytes)).toEqual([]);
    expect(stylesIn(bytes, "shape")).toEqual([
      "position:absolute;left:82pt;margin-top:20pt;width:80pt;height:30pt;background:#1f3864",
      "position:absolute;left:222pt;margin-top:60pt;width:50pt;height:50pt",
    ]);
  });

  it("boxes that a file stores in the newer form alone become shapes too", () => {
    const shape = (left: number, words: string) =>
      `<wps:wsp><wps:spPr><a:xfrm><a:off x="${left}" y="0"/><a:ext cx="635000" cy="254000"/></a:xfrm><a:solidFill><a:srgbClr val="00796B"/></a:solidFill></wps:spPr><wps:txbx>${box(words)}</wps:txbx></wps:wsp>`;
    const names = `xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"`;
    const drawing = `<w:drawing ${names}><wp:inline><wp:extent cx="1270000" cy="254000"/><a:graphic><a:graphicData><wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="254000"/><a:chOff x="0" y="0"/><a:chExt cx="1270000" cy="254000"/></a:xfrm></wpg:grpSpPr>${shape(0, "Left")}${shape(635_000, "Right")}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
    for (const stored of [
      drawing,
      `<mc:AlternateContent><mc:Choice Requires="wpg">${drawing}</mc:Choice></mc:AlternateContent>`,
    ]) {
      const bytes = docx(inRun(stored));
      expect(lost(bytes)).toEqual([]);
      expect(stylesIn(bytes, "shape")).toEqual([
        "position:absolute;left:0pt;top:0pt;width:50pt;height:20pt;background:#00796B;--lf-inline:100pt 20pt",
        "position:absolute;left:50pt;top:0pt;width:50pt;height:20pt;background:#00796B;--lf-inline:100pt 20pt",
      ]);
    }
  });

  it("an ornament lies behind the words, and what is counted from the page is", () => {
    const bytes = docx(
      inRun(
        `<w:pict><v:rect fillcolor="red" style="position:absolute;margin-left:29pt;margin-top:30pt;width:30pt;height:700pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"/></w:pict>`,
      ) + p("Words"),
    );
    expect(stylesIn(bytes, "rect")[0]).toMatch(/;left:29pt;margin-left:0;top:30pt;margin-top:0;z-index:-1$/);
  });

  it("controls around rows and cells and within cells are opened, others stay", () => {
    const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const bytes = docx(
      `<w:tbl>${control(`<w:tr>${control(cell(control(p("In a cell"))))}${cell(p("Plain"))}</w:tr>`)}</w:tbl>${control(p("In the body"))}`,
    );
    expect(lost(bytes)).toEqual([]);
    const { main } = openDocx(previewCopy(openDocx(bytes, "a.docx")), "a.docx");
    expect(main.tokens.filter(({ name, kind }) => name === "w:sdt" && kind === "start")).toHaveLength(1);
  });

  it("no word is passed over, whatever the document is made of", () => {
    fc.assert(
      fc.property(generatedResumes, ({ bytes }) => {
        expect(lost(bytes)).toEqual([]);
      }),
      { numRuns: Number(process.env.LANDFALL_GENERATED ?? 30) },
    );
  });

  const set = process.env.LANDFALL_RESUME_SET && join(process.env.LANDFALL_RESUME_SET, "docx");
  it.runIf(set && existsSync(set))("nor in any of the labelled documents that can be read", () => {
    const found = readdirSync(set!).flatMap((file) => {
      const bytes = readFileSync(join(set!, file));
      try {
        return childElements(openDocx(bytes, file).main, 0).length > 0
          ? lost(bytes).map((text) => `${file}: ${text}`)
          : [];
      } catch {
        return [];
      }
    });
    expect(found).toEqual([]);
  });
});
