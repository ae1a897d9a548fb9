import { expect, it } from "vitest";
import { openZip } from "@/lib/documents/package/zip";
import { bullet, p, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { writePdf } from "@/lib/resumes/fixtures/pdf-writer";
import { previewAnswer } from "./preview-answer";

it("shows a DOCX as a DOCX, kept by nobody on the way", async () => {
  const answer = await previewAnswer({ name: "a.docx", bytes: writeDocx({ body: p("Mira") + bullet("One") }) });
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const copy = openZip(new Uint8Array(await answer.arrayBuffer()));
  expect(copy.entries.map(({ name }) => name)).toContain("word/document.xml");
});

it("shows a PDF as its lines", async () => {
  const bytes = writePdf([[{ text: "Mira Solberg, engineer at Northwind Freight since 2019", x: 50, y: 700 }]]);
  const answer = await previewAnswer({ name: "a.pdf", bytes });
  expect(await answer.json()).toEqual({ lines: ["Mira Solberg, engineer at Northwind Freight since 2019"] });
});

it("refuses anything else with its reason", async () => {
  const bytes = new TextEncoder().encode("Mira Solberg");
  await expect(previewAnswer({ name: "a.txt", bytes })).rejects.toMatchObject({ code: "other-office" });
});
