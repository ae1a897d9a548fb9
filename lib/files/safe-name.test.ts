import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, extensionOf, safeName } from "@/lib/files/safe-name";

describe("a safe name", () => {
  it.each([
    ["Lebenslauf Müller.docx", "docx", "Lebenslauf Müller.docx"],
    ["C:\\Users\\me\\Resume.DOCX", "docx", "Resume.docx"],
    ["../../etc/passwd", "txt", "passwd.txt"],
    ["offer\u202Excod.pdf", "pdf", "offerxcod.pdf"],
    ["a/b:c*d?.csv", "csv", "b c d.csv"],
    ["con.txt", "txt", "file con.txt"],
    ["...", "md", "file.md"],
    ["", "png", "file.png"],
    [".htaccess", "txt", "file.txt"],
  ])("%j becomes %j", (given, extension, expected) => {
    expect(safeName(given, extension)).toBe(expected);
  });

  it("can be saved anywhere, whatever was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const name = safeName(given, "pdf");
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}<>:"/\\|?*]+\.pdf$/u);
        expect(name).not.toMatch(/^[.\s]/u);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(extensionOf(name)).toBe("pdf");
      }),
    );
  });
});

describe("the name in a header", () => {
  it("has an ASCII form and the true one, and cannot break out", () => {
    expect(contentDisposition("attachment", "Zoë's (1).pdf")).toBe(
      "attachment; filename=\"Zo_'s (1).pdf\"; filename*=UTF-8''Zo%C3%AB%27s%20%281%29.pdf",
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const header = contentDisposition("attachment", safeName(name, "txt"));
        expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\x21-\x7e]*$/);
      }),
    );
  });
});
