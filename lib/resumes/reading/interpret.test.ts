import { describe, expect, it } from "vitest";
import { bullet, heading, p, writeDocx } from "../fixtures/docx-writer";
import * as documents from "../fixtures/resume-documents";
import { readResume } from "../read";
import { SURE_ENOUGH, type ResumeReading } from "../types";

const read = (body: string): Promise<ResumeReading> => readResume(writeDocx({ body }), "resume.docx");

/** Title, employer, dates and the texts of the bullets. */
function rolesOf({ roles, paragraphs }: ResumeReading): unknown[] {
  return roles.map(({ title, employer, start, end, bullets }) => [
    [title, employer, start, end].join(" | "),
    ...bullets.map((index) => paragraphs[index]?.text.trim()),
  ]);
}

describe("roles", () => {
  it("with real lists, dates beside the employer", async () => {
    const reading = await read(documents.DIRECT_LISTS);
    expect(rolesOf(reading)).toEqual([
      [
        "Senior Java Developer | Northwind Freight Ltd | Jan 2019 | Present",
        "Built the booking service used by forty depots",
        "Cut the nightly run from six hours to one",
      ],
      [
        "Developer | Contoso Parcel Inc | Mar 2014 | Dec 2018",
        "Wrote the tracking page",
        "Kept the label printers running",
      ],
    ]);
    const environment = reading.roles[0]?.environment;
    expect(reading.paragraphs[environment ?? 0]?.text).toMatch(/^Environment/);
    expect(reading.roles[0]?.period).toEqual({ start: { year: 2019, month: 1 }, end: null, current: true });
    for (const role of reading.roles) {
      expect(role.confidence).toBeGreaterThanOrEqual(SURE_ENOUGH);
      expect(role.evidence.length).toBeGreaterThan(1);
    }
  });

  it("with labels, under projects; the one-line employment and school projects are none", async () => {
    expect(rolesOf(await read(documents.LABELLED_PROJECTS))).toEqual([
      [
        "Java Consultant | Northwind Freight | Feb 2018 | till date",
        "Designed the interface of the booking service",
        "Trained two juniors",
      ],
      ["Developer | Contoso Parcel | Jan 2015 | Jan 2018", "Wrote reports"],
    ]);
  });

  it("with typed bullets, dashes and symbols", async () => {
    const reading = await read(documents.TYPED_BULLETS);
    expect(reading.roles.map(({ title, bullets }) => [title, bullets.length])).toEqual([
      ["Warehouse Manager", 2],
      ["Store Clerk", 2],
      ["Night Guard", 2],
    ]);
    expect(reading.paragraphs[reading.roles[2]?.bullets[0] ?? 0]?.list?.source).toBe("symbol");
  });

  it("in tables, labels beside and above the values", async () => {
    expect(rolesOf(await read(documents.TABLES))).toEqual([
      [
        "Claims Analyst | Tailspin Insurance | April 2017 | May 2021",
        "Settled claims of small shops",
        "Wrote the handbook for new analysts",
      ],
      ["Teller | Adatum Bank | Jan 2013 | March 2017", "Served customers at the desk"],
    ]);
  });

  it("in text boxes once, and in content controls", async () => {
    const reading = await read(documents.BOXES);
    expect(rolesOf(reading)).toEqual([
      ["Head Nurse | Fabrikam Clinic | June 2015 | Present", "Ran the ward at night", "Taught the students"],
      ["Nurse | Contoso Hospital | May 2010 | May 2015", "Cared for patients after surgery"],
    ]);
    const used = reading.roles.flatMap((role) => [...role.headerParagraphs, ...role.bullets]);
    expect(used.every((index) => reading.paragraphs[index]?.copy !== "fallback")).toBe(true);
  });

  it.each(documents.LANGUAGES)("in $language", async ({ language, body }) => {
    const reading = await read(body);
    expect(reading.language).toBe(language);
    expect(reading.roles.map(({ bullets, period }) => [bullets.length, period?.start?.year, period?.current])).toEqual([
      [2, 2018, true],
      [1, 2014, false],
    ]);
    expect(reading.roles.every(({ title, employer }) => title !== null && employer !== null)).toBe(true);
    expect(reading.sections.map(({ kind }) => kind)).toEqual(["experience", "education"]);
  });

  it("never take bullets from outside the work history", async () => {
    for (const body of [
      documents.DIRECT_LISTS,
      documents.LABELLED_PROJECTS,
      documents.TYPED_BULLETS,
      documents.TABLES,
      documents.BOXES,
    ]) {
      const { roles, sections } = await read(body);
      for (const index of roles.flatMap(({ bullets }) => bullets)) {
        const section = sections.findLast(({ heading: at }) => at <= index);
        expect(["experience", "projects"]).toContain(section?.kind);
      }
    }
  });

  it("are uncertain where they are internships", async () => {
    const { roles, warnings } = await read(
      heading("WORK EXPERIENCE") +
        p("Software Engineer Intern, Contoso Ltd, May 2019 - Aug 2019", { bold: true }) +
        bullet("Wrote tests"),
    );
    expect(roles).toHaveLength(1);
    expect(roles[0]?.confidence).toBeLessThan(SURE_ENOUGH);
    expect(warnings.map(({ code }) => code)).toContain("uncertain-roles");
  });

  it("none, and said so, where there is no work history", async () => {
    const { roles, warnings } = await read(documents.TOP + documents.END);
    expect(roles).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(["no-experience"]);
  });
});

describe("the rest", () => {
  it("sections, skills and contacts", async () => {
    const reading = await read(documents.DIRECT_LISTS);
    expect(reading.sections.map(({ kind }) => kind)).toEqual(["experience", "education", "skills"]);
    expect(reading.skills).toEqual(["Java", "C#", "C++", "SQL", "Node.js", "CI/CD", ".NET", "Docker (Compose, Swarm)"]);
    expect(reading.contacts).toEqual({
      name: "Mira Solberg",
      emails: ["mira.solberg@example.com"],
      phones: ["+1 (312) 555-0142"],
      links: [{ kind: "linkedin", url: "linkedin.com/in/mira-solberg-example" }],
      location: "Springfield, IL",
    });
  });

  it("contacts in the page header and behind links", async () => {
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const bytes = writeDocx({
      body: heading("WORK EXPERIENCE") + p("Clerk, Contoso Ltd, 2012 - 2016") + bullet("Kept the books"),
      relationships: `<Relationship Id="rId8" Type="${office}/header" Target="header1.xml"/><Relationship Id="rId9" Type="${office}/hyperlink" Target="mailto:mira@example.com" TargetMode="External"/>`,
      parts: {
        "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p("Mira Solberg")}${p("Phone: 312 555 0142")}</w:hdr>`,
      },
    });
    expect((await readResume(bytes, "a.docx")).contacts).toMatchObject({
      name: "Mira Solberg",
      emails: ["mira@example.com"],
      phones: ["312 555 0142"],
    });
  });

  it("is the same for the same file", async () => {
    expect(await read(documents.TABLES)).toEqual(await read(documents.TABLES));
  });
});
