import { expect, test } from "vitest";
import { nameOfFile } from "./name-of-file";

test("a file's name is somebody's name without what every such name says", () => {
  expect(nameOfFile("Daniela_Ferreira-Resume_2026_final (2).docx")).toBe("Daniela Ferreira");
  expect(nameOfFile("CV.pdf")).toBe("CV.pdf");
  expect(nameOfFile("Renewal Cvetković.docx")).toBe("Renewal Cvetković");
});
