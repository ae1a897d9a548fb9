import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inflateEntry } from "@/lib/documents/package/inflate";
import { openZip } from "@/lib/documents/package/zip";
import { decodeXml } from "@/lib/documents/xml/decode";
import {
  bullet,
  contentControl,
  heading,
  p,
  table,
  textBox,
  writeDocx,
  type DocxParts,
} from "@/lib/resumes/fixtures/docx-writer";
import {
  BOXES,
  DIRECT_LISTS,
  LABELLED_PROJECTS,
  LANGUAGES,
  TABLES,
  TYPED_BULLETS,
} from "@/lib/resumes/fixtures/resume-documents";
import { readResume } from "@/lib/resumes/read";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { placementsIn, point } from "@/lib/tailoring/fixtures/placements";
import { pointText } from "./point-text";
import { tailorDocx } from "./tailor-docx";

const author = { name: "Dario <Recruiter>", date: "2026-11-21T09:00:00Z" };

/** The text of a main part. */
function mainOf(bytes: Uint8Array, name = "word/document.xml"): string {
  const zip = openZip(bytes);
  return decodeXml(inflateEntry(zip, zip.byName.get(name)!)).text;
}

/** A document of one role, with these bullets as XML, and a point behind the last one. */
async function behindLast(bullets: string, text = point, more: Partial<DocxParts> = {}, tracked = false) {
  const body =
    heading("WORK EXPERIENCE") +
    p("Fabrikam Stores\tJan 2015 – Present", { bold: true }) +
    p("Warehouse Manager") +
    bullets;
  const bytes = writeDocx({ ...more, body });
  const reading = await readResume(bytes, "one.docx");
  // What is read as a role is another test's; here every list item is one of its bullets.
  const items = reading.paragraphs.filter(({ list }) => list !== null).map(({ index }) => index);
  const placement = { after: items.at(-1)!, bullets: items, text };
  const made = tailorDocx(bytes, "one.docx", [placement], tracked ? author : undefined);
  return { bytes, made, before: mainOf(bytes, more.main), after: mainOf(made.bytes, more.main), reading };
}

/** What was put in, by leaving out what both begin and end with. */
function added(before: string, after: string): string {
  let from = 0;
  while (before[from] === after[from] && from < before.length) from += 1;
  // The tag in which they part begins in both.
  from = after.lastIndexOf("<", from - 1);
  return after.slice(from, after.length - (before.length - from));
}

const documents = {
  "direct lists": DIRECT_LISTS,
  "labelled projects": LABELLED_PROJECTS,
  "typed bullets": TYPED_BULLETS,
  tables: TABLES,
  "text boxes": BOXES,
  ...Object.fromEntries(LANGUAGES.map(({ language, body }) => [language, body])),
};

describe.each(Object.entries(documents))("%s", (_, body) => {
  const bytes = writeDocx({ body });

  test("take points in, and are otherwise as they were", async () => {
    const reading = await readResume(bytes, "a.docx");
    const placements = placementsIn(reading);
    expect(placements.length).toBeGreaterThan(0);
    const { bytes: made, proof } = tailorDocx(bytes, "a.docx", placements);
    const again = await readResume(made, "a.docx");
    expect(again.roles.map(({ title, employer, bullets }) => ({ title, employer, bullets: bullets.length }))).toEqual(
      reading.roles.map(({ title, employer, bullets }) => ({
        title,
        employer,
        bullets: bullets.length + (bullets.length > 0 ? 2 : 0),
      })),
    );
    expect(proof.newParagraphCount).toBe(again.paragraphs.length - reading.paragraphs.length);
    const others = [...openZip(bytes).byName.keys()].filter((name) => name !== "word/document.xml");
    for (const name of others) {
      const [one, other] = [openZip(bytes), openZip(made)];
      expect(inflateEntry(other, other.byName.get(name)!)).toEqual(inflateEntry(one, one.byName.get(name)!));
    }
  });

  test("take them in as tracked changes", async () => {
    const placements = placementsIn(await readResume(bytes, "a.docx"));
    const { bytes: made, proof } = tailorDocx(bytes, "a.docx", placements, author);
    expect(proof.rejectingGivesOriginal).toBe(true);
    expect(mainOf(made)).toContain('w:author="Dario &lt;Recruiter&gt;"');
    const read = await readResume(made, "a.docx");
    const clean = await readResume(tailorDocx(bytes, "a.docx", placements).bytes, "a.docx");
    expect(read.paragraphs.map(({ text, list }) => ({ text, list }))).toEqual(
      clean.paragraphs.map(({ text, list }) => ({ text, list })),
    );
  });
});

describe("a new bullet", () => {
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

  test("has the list, looks and language of the bullet in the middle", async () => {
    const one = (text: string, color: string) =>
      `<w:p><w:pPr>${list}<w:spacing w:after="${color === "111111" ? 0 : 240}"/></w:pPr><w:r><w:rPr><w:color w:val="${color}"/><w:lang w:val="en-GB"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
    const { before, after } = await behindLast(
      one("Counted the stock", "000000") + one("Led a team", "111111") + one("Closed the books", "222222"),
    );
    expect(added(before, after)).toBe(
      `<w:p><w:pPr>${list}<w:spacing w:after="0"/></w:pPr><w:r><w:rPr><w:color w:val="111111"/><w:lang w:val="en-GB"/></w:rPr>` +
        '<w:t xml:space="preserve">Moved the ledger &amp; its &lt;reports&gt; to PostgreSQL 16.</w:t></w:r></w:p>',
    );
  });

  test("takes no section break, page break, link or mark of a change along", async () => {
    const marked =
      `<w:p><w:pPr><w:pageBreakBefore/>${list}<w:rPr><w:ins w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z"/><w:b w:val="0"/></w:rPr>` +
      '<w:pPrChange w:id="8" w:author="A" w:date="2026-01-01T00:00:00Z"><w:pPr/></w:pPrChange></w:pPr>' +
      '<w:ins w:id="6" w:author="A" w:date="2026-01-01T00:00:00Z"><w:hyperlink r:id="rId9"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/><w:color w:val="0000FF"/></w:rPr><w:t>A very long link that carries most of the text of this bullet</w:t></w:r></w:hyperlink>' +
      '<w:r><w:rPr><w:i/><w:rPrChange w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr><w:t xml:space="preserve"> was built</w:t></w:r></w:ins></w:p>';
    const { before, after } = await behindLast(marked.replaceAll("r:id", "w:anchor"));
    const made = added(before, after);
    expect(made).not.toMatch(/pageBreakBefore|pPrChange|rPrChange|w:ins|yperlink|0000FF/);
    expect(made).toContain('<w:rPr><w:b w:val="0"/></w:rPr>');
    expect(made).toContain("<w:i/>");
  });

  test("repeats a typed marker and its separator as they are typed", async () => {
    const typed = (text: string) =>
      `<w:p><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>➢</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const { before, after } = await behindLast(typed("Led a team of twelve") + typed("Moved the stock"));
    expect(added(before, after)).toContain(
      '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>➢</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space',
    );
    const inOne = await behindLast(p("• Led a team of twelve") + p("• Moved the stock"));
    expect(added(inOne.before, inOne.after).match(/<w:t /g)).toHaveLength(1);
    expect(inOne.after).toContain("• Moved the ledger");
    const symbol =
      '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> Walked the halls</w:t></w:r></w:p>';
    const made = await behindLast(symbol + symbol.replace("Walked", "Swept"));
    expect(added(made.before, made.after)).toContain('<w:sym w:font="Symbol" w:char="F0B7"/>');
  });

  test("has a bold lead-in only where most of its siblings have one, and it has one itself", async () => {
    const led = (lead: string, rest: string) =>
      `<w:p><w:pPr>${list}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${lead}: </w:t></w:r><w:r><w:t>${rest}</w:t></w:r></w:p>`;
    const most = led("Stock", "counted it") + led("Team", "led it") + bullet("Closed the books");
    const two = await behindLast(most, "Ledger: moved it to PostgreSQL");
    expect(added(two.before, two.after)).toContain(
      '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Ledger:</w:t></w:r>',
    );
    const none = await behindLast(most, "Moved the ledger");
    expect(added(none.before, none.after)).not.toContain("<w:b/>");
    const few = await behindLast(
      led("Stock", "counted it") + bullet("Led a team") + bullet("Closed the books"),
      "Ledger: moved it",
    );
    expect(added(few.before, few.after)).not.toContain("<w:b/>");
  });

  test("has an identity of its own where paragraphs have one, and none elsewhere", async () => {
    const known = (id: string) =>
      bullet(`Bullet ${id}`).replace(
        "<w:p>",
        `<w:p w14:paraId="${id}" w14:textId="00000001" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">`,
      );
    const { after } = await behindLast(known("4C460002") + known("0000BEEF") + known("4C460003"));
    const ids = [...after.matchAll(/paraId="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    const plain = await behindLast(bullet("Led a team"));
    expect(plain.after).not.toContain("paraId");
  });

  test("stands in both copies of a text box, and in neither where they differ", async () => {
    const box = textBox(
      p("Fabrikam Clinic", { bold: true }) +
        p("Head Nurse, June 2015 - Present") +
        bullet("Ran the ward") +
        bullet("Taught the students"),
    );
    const bytes = writeDocx({ body: textBox(heading("WORK EXPERIENCE")) + box });
    const { roles } = await readResume(bytes, "box.docx");
    const placement = { after: roles[0]!.bullets.at(-1)!, bullets: roles[0]!.bullets, text: "Planned the shifts" };
    const made = tailorDocx(bytes, "box.docx", [placement], author);
    expect(mainOf(made.bytes).match(/Planned the shifts/g)).toHaveLength(2);
    expect(made.proof.newParagraphCount).toBe(2);
    const differing = writeDocx({
      body: textBox(heading("WORK EXPERIENCE")) + box.replace(/Taught the students(?![\s\S]*Taught)/, "Taught nobody"),
    });
    expect(() => tailorDocx(differing, "box.docx", [placement])).toThrow(TailoringRefused);
  });

  test("is written with the prefix, encoding and byte order mark of its file", async () => {
    const other = await behindLast(bullet("Led a team") + bullet("Closed the books"), point, { prefix: "ns0" }, true);
    expect(added(other.before, other.after)).toMatch(/<ns0:ins ns0:id="\d+" ns0:author=/);
    const wide = await behindLast(bullet("Led a team"), "Führte ein Team — 東京", {
      encode: (xml) => Buffer.from(`\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, "utf16le"),
    });
    expect(wide.after).toContain("Führte ein Team — 東京");
    const zip = openZip(wide.made.bytes);
    expect([...inflateEntry(zip, zip.byName.get("word/document.xml")!).subarray(0, 2)]).toEqual([0xff, 0xfe]);
  });

  test("holds whatever words one types", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), async (words) => {
        const text = words.replace(/\s+/g, " ").trim();
        fc.pre(pointText(text) !== "");
        const { made } = await behindLast(bullet("Led a team") + bullet("Closed the books"), text);
        const read = await readResume(made.bytes, "one.docx");
        expect(read.paragraphs.at(-1)!.text).toBe(pointText(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a tracked change", () => {
  test("at the end of a cell, before a table and at the end of the text marks the end of the bullet before", async () => {
    const cell = table([
      [
        "Fabrikam",
        `${p("Manager, Jan 2015 – Present", { bold: true })}${bullet("Led a team")}${bullet("Closed the books")}`,
      ],
    ]);
    for (const body of [
      cell,
      `${bullet("Led a team")}${bullet("Closed the books")}${table([["Skills", "Java"]])}`,
      bullet("Led a team") + bullet("Closed the books"),
    ]) {
      const { after, made } = await behindLast(body, "Planned the shifts", {}, true);
      const marked = after.match(/<w:p>(?:(?!<\/w:p>).)*Closed the books/)![0];
      expect(marked).toMatch(/<w:pPr>.*<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>/);
      expect(after).toMatch(
        /<w:pPr><w:numPr>(?:(?!<w:ins).)*<\/w:pPr><w:ins [^>]*><w:r>(?:(?!<\/w:ins>).)*Planned the shifts/,
      );
      expect(made.proof.rejectingGivesOriginal).toBe(true);
    }
  });

  test("has numbers that no other mark of the file has", async () => {
    const { after } = await behindLast(
      bullet("Led a team") +
        '<w:bookmarkStart w:id="41" w:name="here"/><w:bookmarkEnd w:id="41"/>' +
        bullet("Closed the books") +
        p(""),
      point,
      {},
      true,
    );
    const ids = [...after.matchAll(/<w:ins w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBeGreaterThan(41);
  });
});

describe("is refused", () => {
  const codeOf = async (made: Promise<unknown>) => {
    try {
      await made;
    } catch (error) {
      if (error instanceof TailoringRefused) return error.code;
      throw error;
    }
    throw new Error("This was expected to be refused, and was not.");
  };

  test("inside a locked control, in a signed file, and where no bullet lends its looks", async () => {
    const locked = contentControl(bullet("Led a team") + bullet("Closed the books")).replace(
      "<w:sdtPr/>",
      '<w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>',
    );
    expect(await codeOf(behindLast(locked))).toBe("locked-content");
    expect(
      await codeOf(behindLast(bullet("Led a team"), point, { parts: { "_xmlsignatures/sig1.xml": "<a/>" } })),
    ).toBe("signed");
    const bytes = writeDocx({ body: p("Nothing but words") + p("and more of them") });
    expect(
      await codeOf(Promise.resolve().then(() => tailorDocx(bytes, "a.docx", [{ after: 0, bullets: [], text: "x" }]))),
    ).toBe("no-sibling");
  });
});
