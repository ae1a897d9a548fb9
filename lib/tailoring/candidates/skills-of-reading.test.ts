import { expect, test } from "vitest";
import type { ResumeParagraph, ResumeReading, ResumeRole, YearMonth } from "@/lib/resumes/types";
import { skillsOfReading } from "./skills-of-reading";

const texts = [
  "Skills: PostgreSQL, Kubernetes, Terraform",
  "Principal Engineer, Castellmar Payments",
  "Moved 63 services to Kubernetes, in Java.",
  "Senior Engineer, Nordhavn Freight",
  "Wrote the booking service in Java and Kafka.",
  "Environment: Java 11, Jenkins",
];

const role = (
  headerParagraphs: number[],
  bullets: number[],
  environment: number | null,
  start: YearMonth,
  end: YearMonth | null,
): ResumeRole => ({
  ...{
    title: "x",
    employer: "y",
    start: null,
    end: null,
    confidence: 1,
    evidence: [],
  },
  ...{
    headerParagraphs,
    bullets,
    environment,
    period: { start, end, current: end === null },
  },
});

const reading: ResumeReading = {
  ...{ format: "docx", language: "en", sections: [], skills: [], warnings: [] },
  contacts: { name: null, emails: [], phones: [], links: [], location: null },
  roles: [
    role([1], [2], null, { year: 2021, month: 3 }, null),
    role([3], [4], 5, { year: 2016, month: 8 }, { year: 2021, month: 6 }),
  ],
  paragraphs: texts.map((text, index): ResumeParagraph => ({
    ...{
      index,
      text,
      container: "body",
      copy: "only",
      list: null,
      bold: 0,
      size: null,
    },
    ...{ headingLevel: null, rightToLeft: false },
  })),
};

test("each technology has the time of the roles that name it, months that overlap once", () => {
  const skills = skillsOfReading(reading, "2026-11");
  const of = (name: string) => skills.find((skill) => skill.name === name);
  expect(of("Kubernetes")).toMatchObject({ lastUsed: "9999-12", months: 69 });
  // August 2016 to November 2026, though both roles name it from March to June 2021.
  expect(of("Java")).toMatchObject({ lastUsed: "9999-12", months: 124 });
  expect(of("Jenkins")).toMatchObject({ lastUsed: "2021-06", months: 59 });
  expect(of("PostgreSQL")).toMatchObject({ lastUsed: "", months: 0 });
  expect(skills.map(({ name }) => name)).not.toContain("JavaScript");
  expect(skills[0]!.name).toBe("Java");
});
