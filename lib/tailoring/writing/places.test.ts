import { describe, expect, test } from "vitest";
import {
  bullet,
  contentControl,
  p,
  table,
  textBox,
  writeDocx,
  type DocxParts,
} from "@/lib/resumes/fixtures/docx-writer";
import { textOf } from "@/lib/resumes/reading/read-docx";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { openDocx } from "./open-docx";
import { placesBlocked } from "./places";
import { tailorDocx } from "./tailor-docx";

const free = bullet("Closed the books");
const changed = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"';
const field = (code: string, text: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${code}</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>${text}</w:t></w:r></w:p>`;
const fieldEnd = '<w:p><w:r><w:t>Ran it</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>';
const withinPr = (text: string, more: string) => bullet(text).replace("</w:pPr>", `${more}</w:pPr>`);
const locked = (properties: string) =>
  contentControl(bullet("Led a team")).replace("<w:sdtPr/>", `<w:sdtPr>${properties}</w:sdtPr>`);

/** The codes of a document's places, and what the writer says of each. */
function placesOf(body: string, more: Partial<DocxParts> = {}) {
  const bytes = writeDocx({ body, ...more });
  const docx = openDocx(bytes, "a.docx");
  const { paragraphs } = textOf(docx);
  const blocked = placesBlocked(docx, paragraphs);
  const bullets = paragraphs.filter(({ list }) => list !== null).map(({ index }) => index);
  const refused = paragraphs.map(({ index }) => {
    try {
      tailorDocx(bytes, "a.docx", [{ after: index, bullets, text: "Planned the shifts" }]);
      return null;
    } catch (error) {
      if (error instanceof TailoringRefused) return error.code;
      throw error;
    }
  });
  return { codes: paragraphs.map(({ index }) => blocked.get(index) ?? null), refused };
}

describe("where no point may stand", () => {
  test.each([
    ["a locked control", locked('<w:lock w:val="contentLocked"/>') + free, ["locked-content", null]],
    ["a control that cannot be deleted", locked('<w:lock w:val="sdtLocked"/>') + free, [null, null]],
    ["a control of one line", locked("<w:text/>") + free, ["locked-content", null]],
    ["a list to choose from", locked("<w:dropDownList/>") + free, ["locked-content", null]],
    ["a control that Word fills", locked('<w:dataBinding w:xpath="/a"/>') + free, ["bound-content", null]],
    ["the end of a section", withinPr("Led a team", "<w:sectPr/>") + free, ["section-end", null]],
    [
      "an end that was typed in",
      withinPr("Led", `<w:rPr><w:ins ${changed}/></w:rPr>`) + free,
      ["pending-change", null],
    ],
    ["an end that is to go", withinPr("Led", `<w:rPr><w:del ${changed}/></w:rPr>`) + free, ["pending-change", null]],
    [
      "a whole new paragraph of somebody's, which may stay",
      withinPr("Led", `<w:rPr><w:ins ${changed}/></w:rPr>`).replace(
        /<w:r>.*<\/w:r>/,
        (run) => `<w:ins ${changed}>${run}</w:ins>`,
      ) + free,
      [null, null],
    ],
    [
      "a row that is to go",
      table([[bullet("Led a team")]]).replace("<w:tr>", `<w:tr><w:trPr><w:del ${changed}/></w:trPr>`) + free,
      ["pending-change", null],
    ],
    ["a field over paragraphs", field(" TOC ", "Led") + fieldEnd + free, ["inside-field", null, null]],
    ["the field of a form", field(" FORMTEXT ", "Led") + fieldEnd + free, [null, null, null]],
    ["a field that never ends", field(" TOC ", "Led") + free, [null, null]],
    ["the second copy of a box", textBox(free), [null, null, "not-in-role"]],
    [
      "a box whose copies differ",
      textBox(free).replace(/Closed(?![\s\S]*Closed)/, "Opened"),
      [null, "two-copies", "not-in-role"],
    ],
  ])("%s", (_, body, codes) => {
    const found = placesOf(body);
    expect(found.codes).toEqual(codes);
    expect(found.refused).toEqual(codes);
  });

  test("nowhere in a document that is signed", () => {
    const signed =
      '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="sign/origin.sigs"/>';
    const bytes = writeDocx({ body: free, packageRelationships: signed });
    expect(() => tailorDocx(bytes, "a.docx", [])).toThrow(expect.objectContaining({ code: "signed" }));
  });
});

describe("what is said beside a result", () => {
  const settings = (content: string): Partial<DocxParts> => ({
    parts: {
      "word/settings.xml": `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:settings>`,
    },
    relationships:
      '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>',
  });
  const said = (body: string, more: Partial<DocxParts> = {}) => {
    const bytes = writeDocx({ body, ...more });
    const { paragraphs } = textOf(openDocx(bytes, "a.docx"));
    const { index } = paragraphs.find(({ list, copy }) => list !== null && copy !== "fallback")!;
    const { cautions } = tailorDocx(bytes, "a.docx", [{ after: index, bullets: [index], text: "Planned the shifts" }]);
    return cautions.map(({ code, places }) => (places.length > 0 ? `${code} ${places.join()}` : code));
  };
  const row = (rule: string) =>
    table([[free]]).replace("<w:tr>", `<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="${rule}"/></w:trPr>`);
  const shape = (fit: string) =>
    textBox(free)
      .replace("<wps:txbx>", "<wps:wsp><wps:txbx>")
      .replace("</wps:txbx>", `</wps:txbx><wps:bodyPr>${fit}</wps:bodyPr></wps:wsp>`);
  const protection = (edit: string, enforced = "1") =>
    settings(`<w:documentProtection w:edit="${edit}" w:enforcement="${enforced}"/>`);

  test.each([
    ["a row of fixed height", row("exact"), {}, ["fixed-row 0"]],
    ["a row that grows", row("atLeast"), {}, []],
    ["a box of fixed height", shape("<a:noAutofit/>"), {}, ["fixed-box 1"]],
    ["a box that grows", shape("<a:spAutoFit/>"), {}, []],
    [
      "a frame of fixed height",
      withinPr("Led", "").replace("<w:pPr>", '<w:pPr><w:framePr w:h="300" w:hRule="exact"/>'),
      {},
      ["fixed-frame 0"],
    ],
    ["protection", free, protection("readOnly"), ["protected-reading"]],
    ["protection that is off", free, protection("readOnly", "0"), []],
    ["a form", free, protection("forms"), ["protected-forms"]],
    ["a document for comments", free, protection("comments"), ["protected-comments"]],
    ["a document that tracks", free, protection("trackedChanges"), ["protected-changes"]],
    [
      "a final document",
      free,
      {
        parts: {
          "docProps/custom.xml":
            '<Properties><property name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>',
        },
      },
      ["marked-final"],
    ],
    [
      "changes of others",
      free + p("x").replace("<w:r>", `<w:ins ${changed}><w:r>`).replace("</w:r>", "</w:r></w:ins>"),
      {},
      ["open-changes"],
    ],
    ["nothing of all that", free, {}, []],
  ])("%s", (_, body, more, codes) => {
    expect(said(body, more)).toEqual(codes);
  });
});
