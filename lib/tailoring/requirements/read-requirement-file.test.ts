import { expect, test } from "vitest";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { bullet, p, table, textBox, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { writePdf } from "@/lib/resumes/fixtures/pdf-writer";
import { readRequirementFile } from "./read-requirement-file";

const text = "Role: Ingénieur Java\nLocation: Lyon – Part-Dieu\nRate: 500 € / jour\nSkills: Java, Spring Boot\n";
const skillsOf = (read: Awaited<ReturnType<typeof readRequirementFile>>) =>
  read.skills.map(({ technology, need }) => `${need} ${technology}`);

test("a DOCX is read with its tables, lists and text boxes", async () => {
  const body = [
    table([
      ["Role", "Senior Java Developer"],
      ["Location", "Boise, ID"],
    ]),
    p("Required skills"),
    bullet("Java (6 years)"),
    bullet("Spring Boot"),
    textBox(p("Nice to have: Kafka")),
  ].join("");
  const read = await readRequirementFile(writeDocx({ body }), "requirement.docx");
  expect(read.title?.value).toBe("Senior Java Developer");
  expect(read.place?.value).toBe("Boise, ID");
  expect(skillsOf(read)).toEqual(["must Java", "must Spring Boot", "nice Apache Kafka"]);
});

test("a PDF is read line by line", async () => {
  const lines = ["Job Title: Data Engineer", "Location: Remote", "Must have: Python, SQL", "Good to have: Snowflake"];
  const bytes = writePdf([lines.map((line, at) => ({ text: line, x: 72, y: 700 - at * 30 }))]);
  const read = await readRequirementFile(bytes, "requirement.pdf");
  expect(read.title?.value).toBe("Data Engineer");
  expect(read.workplace?.value).toBe("remote");
  expect(skillsOf(read)).toEqual(["must Python", "must SQL", "nice Snowflake"]);
});

test.each([
  ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
  ["UTF-16", Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")])],
  ["Windows-1252", Uint8Array.from(Buffer.from(text.replace("–", "\x96").replace("€", "\x80"), "latin1"))],
])("a text is read in %s", async (_, bytes) => {
  const read = await readRequirementFile(bytes, "requirement.txt");
  expect(read.title?.value).toBe("Ingénieur Java");
  expect(read.place?.value).toBe("Lyon – Part-Dieu");
  expect(read.rate?.value).toMatchObject({ from: 50000, currency: "EUR", per: "day" });
});

test.each([
  ["nothing", new Uint8Array(), "empty"],
  ["white space", new TextEncoder().encode(" \n\t "), "empty"],
  ["rich text", new TextEncoder().encode("{\\rtf1 Role: Java Developer}"), "rich-text"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), "unknown-format"],
])("%s is refused", async (_, bytes, code) => {
  const refusal: unknown = await readRequirementFile(bytes, "requirement.txt").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect(refusal).toMatchObject({ code });
});
