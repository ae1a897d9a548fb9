import { describe, expect, it } from "vitest";
import { bullet, contentControl, p, table, textBox, writeDocx, type DocxParts } from "../fixtures/docx-writer";
import { inspectUpload } from "@/lib/documents/package/inspect";
import { openInspectedDocx } from "@/lib/documents/package/open-docx";
import type { DocxParagraph } from "./docx-paragraphs";
import { textOf } from "./read-docx";

function read(options: DocxParts): DocxParagraph[] {
  const inspection = inspectUpload(writeDocx(options), "a.docx");
  if (inspection.kind !== "docx") throw new Error(inspection.kind);
  return textOf(openInspectedDocx(inspection.package, inspection.mainPart)).paragraphs;
}

const STYLES = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Base"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>',
  '<w:style w:type="numbering" w:styleId="Linked"><w:name w:val="Linked"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="RingA"><w:name w:val="RingA"/><w:basedOn w:val="RingB"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="RingB"><w:name w:val="RingB"/><w:basedOn w:val="RingA"/></w:style>',
].join("");

describe("lists", () => {
  it.each([
    ["direct numbering", bullet("a"), { source: "direct", listId: 1, level: 0, ordered: false, marker: "•" }],
    ["a second level", bullet("a", 1, 1), { source: "direct", level: 1, marker: "o" }],
    ["numbers", bullet("a", 2), { source: "direct", ordered: true, marker: "decimal" }],
    ["a numbering style", bullet("a", 3), { source: "direct", listId: 3, marker: "•" }],
    ["the style's base", p("a", { style: "Child" }), { source: "style", listId: 1, marker: "•" }],
    ["a typed bullet", p("• a"), { source: "typed", listId: null, marker: "•" }],
    ["a typed dash", p("– a"), { source: "typed", marker: "–" }],
    ["a private glyph", p("\uf0a7\ta"), { source: "typed", marker: "\uf0a7" }],
    [
      "a symbol",
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> a</w:t></w:r></w:p>',
      { source: "symbol", marker: "\uf0a7" },
    ],
  ])("by %s", (_, body, list) => {
    expect(read({ body, styles: STYLES })[0]?.list).toMatchObject(list);
  });

  it.each([
    ["numId 0 takes a paragraph out of the list of its style", p("a", { style: "Base", numId: 0 })],
    ["an unknown list", bullet("a", 77)],
    ["a hyphenated word", p("-based")],
    ["a negative number", p("-5 degrees")],
    ["a lone bullet", p("•")],
    ["styles that go in a ring", p("a", { style: "RingA" })],
  ])("none: %s", (_, body) => {
    expect(read({ body, styles: STYLES })[0]?.list).toBeNull();
  });
});

describe("paragraphs", () => {
  it("are numbered as the start tags stand, text boxes twice", () => {
    const body = p("0") + textBox(p("2") + p("3")) + table([["6", "7"]]) + contentControl(p("8"));
    const paragraphs = read({ body });
    expect(paragraphs.map(({ text, container, copy }) => `${text} ${container} ${copy}`)).toEqual([
      "0 body only",
      " body only",
      "2 text-box choice",
      "3 text-box choice",
      "2 text-box fallback",
      "3 text-box fallback",
      "6 cell only",
      "7 cell only",
      "8 body only",
    ]);
    expect(paragraphs.at(-1)?.place.map(({ kind }) => kind)).toEqual(["content-control"]);
  });

  it("have their text with tabs and breaks, insertions in, deletions out", () => {
    const body =
      '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r><w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>';
    const [paragraph] = read({ body });
    expect(paragraph?.text).toBe("a\tb\n\u2011newlink");
    expect(paragraph?.runs.find(({ inserted }) => inserted)).toBeDefined();
    for (const run of paragraph?.runs ?? []) expect(run.to).toBeGreaterThan(run.from);
  });

  it("have the looks that style, document and run give together", () => {
    const body =
      p("a", { style: "H2" }) +
      p("b") +
      '<w:p><w:pPr><w:pStyle w:val="H2"/><w:bidi/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>c</w:t></w:r></w:p>';
    expect(read({ body, styles: STYLES })).toMatchObject([
      { bold: 1, size: 14, headingLevel: 2, rightToLeft: false },
      { bold: 0, size: 10.5, headingLevel: null },
      { bold: 0, size: 14, headingLevel: 2, rightToLeft: true },
    ]);
  });

  it("are read whatever the prefix, the encoding and the flavour", () => {
    const body = bullet("Zürich");
    const utf16 = (xml: string): Uint8Array => Buffer.from(`\ufeff${xml.replace("UTF-8", "UTF-16")}`, "utf16le");
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    for (const options of [{ prefix: "ns0" }, { encode: utf16 }, { namespace: strict }]) {
      expect(read({ body, ...options })).toMatchObject([{ text: "Zürich", list: { listId: 1 } }]);
    }
  });
});
