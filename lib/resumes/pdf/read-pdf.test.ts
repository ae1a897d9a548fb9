import { describe, expect, it } from "vitest";
import { writePdf, type PlacedText } from "../fixtures/pdf-writer";
import { PACKAGE_LIMITS } from "@/lib/documents/package/limits";
import { readResume } from "../read";
import { layoutPage } from "./layout";
import { loadPdf } from "./load-pdf";

/** Lines from the top down. */
function column(x: number, top: number, lines: readonly (string | Partial<PlacedText>)[]): PlacedText[] {
  return lines.map((line, index) => ({
    x,
    y: top - index * 14,
    text: "",
    ...(typeof line === "string" ? { text: line } : line),
  }));
}

const ownOfProcess = () => [
  Object.getOwnPropertyDescriptor(Array.prototype, "push"),
  Object.getOwnPropertyDescriptor(JSON, "parse"),
];
const beforeAnyPdf = ownOfProcess();

const HEADING = { bold: true, size: 13 };

describe("a PDF", () => {
  it("gives roles, sections and contacts like a document", async () => {
    const bytes = writePdf([
      [
        ...column(50, 740, [
          { text: "Mira Solberg", bold: true, size: 20 },
          "Springfield, IL | (312) 555-0142 | mira.solberg@example.com",
        ]),
        ...column(50, 690, [
          { text: "Experience", ...HEADING },
          { text: "Northwind Freight Ltd", bold: true },
          "Senior Java Developer",
          "• Built the booking service that is used by forty depots in the north and by all",
        ]),
        { text: "of their partners", x: 58, y: 634 },
        ...column(50, 620, ["• Cut the nightly run from six hours to one"]),
        { text: "Jan 2019 – Present", x: 480, y: 676 },
        ...column(50, 580, [{ text: "Education", ...HEADING }, "Example State University, 2005 – 2009"]),
        ...column(50, 530, [{ text: "Skills", ...HEADING }, "Java, SQL, CI/CD"]),
      ],
    ]);
    const reading = await readResume(bytes, "a.pdf");
    expect(reading.format).toBe("pdf");
    expect(reading.contacts).toMatchObject({ name: "Mira Solberg", location: "Springfield, IL" });
    expect(reading.roles).toMatchObject([
      { title: "Senior Java Developer", employer: "Northwind Freight Ltd", start: "Jan 2019", end: "Present" },
    ]);
    expect(reading.roles[0]?.bullets.map((index) => reading.paragraphs[index]?.text)).toEqual([
      "• Built the booking service that is used by forty depots in the north and by all of their partners",
      "• Cut the nightly run from six hours to one",
    ]);
    expect(reading.skills).toEqual(["Java", "SQL", "CI/CD"]);
  });

  it("with two columns is read column by column, what runs across between", async () => {
    const bytes = writePdf([
      [
        { text: "Mira Solberg, who has led warehouses and offices in three countries", x: 50, y: 760, size: 14 },
        ...column(50, 720, [
          "CONTACT",
          "mira@example.com",
          "Springfield",
          "LANGUAGES",
          "English",
          "Norwegian",
          "SKILLS",
          "Planning",
        ]),
        ...column(230, 720, [
          "EXPERIENCE",
          "Warehouse Manager at Fabrikam Stores",
          "Led a team of twelve people in two shifts",
          "Moved the stock to a new building in a week",
          "Store Clerk at Contoso Market",
          "Ordered goods and closed the books",
          "EDUCATION",
          "Example State University",
        ]),
      ],
    ]);
    const { pages } = await loadPdf(bytes);
    const lines = layoutPage(pages[0]!, 0).map(({ text }) => text);
    expect(lines[0]).toMatch(/^Mira/);
    expect(lines.indexOf("Planning")).toBeLessThan(lines.indexOf("EXPERIENCE"));
    expect(lines.indexOf("EXPERIENCE")).toBe(9);
  });

  it("with dates at the right end of the lines is one column", async () => {
    const rows = Array.from({ length: 9 }, (_, index) => [
      { text: `Clerk at Contoso Market number ${index}`, x: 50, y: 700 - index * 14 },
      { text: `${2000 + index} – ${2001 + index}`, x: 480, y: 700 - index * 14 },
    ]);
    const { pages } = await loadPdf(writePdf([rows.flat()]));
    const lines = layoutPage(pages[0]!, 0);
    expect(lines).toHaveLength(9);
    expect(lines[3]?.text).toBe("Clerk at Contoso Market number 3\t2003 – 2004");
  });

  it("that wants a password, and one that is damaged, are told apart", async () => {
    const page = [[{ text: "Mira Solberg", x: 50, y: 740 }]];
    const hash = `<${"00".repeat(32)}>`;
    const id = `<${"00".repeat(16)}>`;
    const locked = writePdf(page, {
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hash} /U ${hash} /P -4 >> /ID [${id} ${id}]`,
    });
    await expect(loadPdf(locked)).rejects.toMatchObject({ code: "encrypted" });
    await expect(loadPdf(Buffer.from("%PDF-1.4\nnothing of a PDF\n%%EOF"))).rejects.toMatchObject({
      code: "pdf-damaged",
    });
    // Reading one after the other leaves nothing behind that the next one trips over.
    expect((await loadPdf(writePdf(page))).pages[0]?.texts[0]?.text).toBe("Mira Solberg");
  });

  it("with more pages than a resume has is refused", async () => {
    const pages = Array.from({ length: PACKAGE_LIMITS.pdfPages + 1 }, () => [{ text: "Page", x: 50, y: 740 }]);
    await expect(loadPdf(writePdf(pages))).rejects.toMatchObject({ code: "pdf-too-long" });
  });

  it("leaves arrays and JSON of the process as they were", async () => {
    await loadPdf(writePdf([[{ text: "Mira Solberg", x: 72, y: 700 }]]));
    expect(ownOfProcess()).toEqual(beforeAnyPdf);
  });

  it("tells bold text by its font", async () => {
    const { pages } = await loadPdf(
      writePdf([
        [
          { text: "Bold", x: 50, y: 700, bold: true },
          { text: "plain", x: 50, y: 680 },
        ],
      ]),
    );
    expect(pages[0]?.texts.map(({ bold }) => bold)).toEqual([true, false]);
  });
});
