import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";

/** What a made-up resume says. */
export interface ToldResume {
  name: string;
  place: string;
  phone: string;
  summary: string;
  positions: ReadonlyArray<{
    title: string;
    employer: string;
    dates: string;
    bullets: readonly string[];
    environment: string;
  }>;
  skills: string;
}

/** A resume as people write them in Word: contact, summary, positions with real bullets and a line of technologies, skills. */
export function resumeDocument({ name, place, phone, summary, positions, skills }: ToldResume): Promise<Buffer> {
  const mail = `${name
    .split(" ")[0]!
    .normalize("NFKD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase()}@example.com`;
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: name, heading: HeadingLevel.TITLE }),
            new Paragraph({ text: `${place} | ${phone} | ${mail}` }),
            heading("Summary"),
            new Paragraph({ text: summary }),
            heading("Experience"),
            ...positions.flatMap(({ title, employer, dates, bullets, environment }) => [
              new Paragraph({
                spacing: { before: 160 },
                children: [new TextRun({ text: `${title}, ${employer}`, bold: true }), new TextRun(`\t${dates}`)],
              }),
              ...bullets.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
              new Paragraph({
                children: [new TextRun({ text: "Environment: ", bold: true }), new TextRun(environment)],
              }),
            ]),
            heading("Skills"),
            new Paragraph({ text: skills }),
          ],
        },
      ],
    }),
  );
}
