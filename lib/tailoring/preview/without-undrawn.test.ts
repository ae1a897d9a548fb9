import { expect, it } from "vitest";
import { withoutUndrawn } from "./without-undrawn";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const body = (inside: string, names = ""): string => `<w:body xmlns:w="${word}"${names}>${inside}</w:body>`;

it("takes out the history of a line, and nothing that looks like it in its words", () => {
  const words = '<w:t xml:space="preserve"> w:rsidR="00AB" stays</w:t>';
  expect(withoutUndrawn(body(`<w:p w:rsidR="00AB" w:rsidRPr='1' w:id="2"><w:r>${words}</w:r></w:p>`))).toBe(
    body(`<w:p w:id="2"><w:r>${words}</w:r></w:p>`),
  );
});

it("takes out what is not drawn, and keeps what is called alike and drawn", () => {
  const kept = '<w:pPr><w:spacing w:before="60"/><w:rPr><w:b/></w:rPr></w:pPr>';
  const looks = '<w:rPr><w:spacing w:val="4"/><w:szCs w:val="22"/><w:sz w:val="22"/></w:rPr>';
  expect(withoutUndrawn(body(`<w:p>${kept}<w:r>${looks}</w:r></w:p>`))).toBe(
    body(`<w:p>${kept}<w:r><w:rPr><w:sz w:val="22"/></w:rPr></w:r></w:p>`),
  );
});

it("takes out the outline of a shape, not the words within it", () => {
  const names = ' xmlns:a="a-address" xmlns:wps="wps-address"';
  const shape = (outline: string) =>
    `<wps:wsp><wps:spPr>${outline}<a:xfrm/></wps:spPr><wps:txbx><w:t>Words</w:t></wps:txbx></wps:wsp>`;
  const outline = "<a:custGeom><a:pathLst><a:path/></a:pathLst></a:custGeom><a:ln><a:noFill/></a:ln>";
  expect(withoutUndrawn(body(shape(outline), names))).toBe(body(shape(""), names));
});

it("keeps a bound name as long as anything is called by it", () => {
  const source = (names: string) => `<?xml version="1.0"?>${body('<w:p><m:oMath/><w:r x:y="1"/></w:p>', names)}`;
  expect(withoutUndrawn(source(' xmlns:m="m" xmlns:z="z" xmlns:x="x"'))).toBe(source(' xmlns:m="m" xmlns:x="x"'));
});
