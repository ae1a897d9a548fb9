import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExpectedRequirement } from "@/lib/tailoring/fixtures/requirement-example";
import { requirementTexts } from "@/lib/tailoring/fixtures/requirement-texts";
import { parseRequirement } from "./parse-requirement";
import type { Evidence, Found, ReadRequirement } from "./requirement";

/** What was read, in the form of what is expected. */
function summary(read: ReadRequirement): Required<ExpectedRequirement> {
  const rate = read.rate?.value;
  const named = (need: string) =>
    read.skills.filter((skill) => skill.need === need).map(({ technology }) => technology);
  return {
    title: read.title?.value ?? null,
    client: read.client?.value ?? null,
    vendor: read.vendor?.value ?? null,
    name: read.contact.name?.value ?? null,
    email: read.contact.email?.value ?? null,
    phone: read.contact.phone?.value ?? null,
    place: read.place?.value ?? null,
    workplace: read.workplace?.value ?? null,
    duration: read.duration?.value ?? null,
    rate: rate ? { from: rate.from, to: rate.to, currency: rate.currency, per: rate.per } : null,
    start: read.start?.value ?? null,
    authorisation: read.authorisation?.value ?? null,
    experience: read.experience?.value ?? null,
    must: named("must"),
    nice: named("nice"),
    years: Object.fromEntries(read.skills.flatMap(({ technology, years }) => (years ? [[technology, years]] : []))),
  };
}

const founds = (read: ReadRequirement): Found<unknown>[] =>
  [
    read.title,
    read.client,
    read.vendor,
    read.contact.name,
    read.contact.email,
    read.contact.phone,
    read.place,
    read.workplace,
    read.duration,
    read.rate,
    read.start,
    read.authorisation,
    read.experience,
  ].filter((found) => found !== null);

/** Evidence that is not where it says, in one list: an expectation for each would take longer than the reading. */
function outsideOf(text: string, all: readonly Evidence[]): Evidence[] {
  const begins = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length + 1];
  return all.filter(
    ({ line, at, length }) =>
      !(length > 0 && at >= begins[line - 1]! && at < begins[line]! && at + length <= text.length),
  );
}

const evidenceOf = (read: ReadRequirement): Evidence[] => [
  ...founds(read).map(({ evidence }) => evidence),
  ...read.skills.flatMap(({ evidence }) => evidence),
];

describe("is read", () => {
  test.each(requirementTexts)("$name", ({ text, expected }) => {
    const { must, nice, years, ...fields } = expected;
    const read = summary(parseRequirement(text));
    expect(read).toMatchObject(fields);
    if (must) expect(read.must).toEqual(expect.arrayContaining(must));
    if (nice) expect(read.nice.toSorted()).toEqual(nice.toSorted());
    if (must?.length === 0) expect(read.must).toEqual([]);
    if (years) expect(read.years).toMatchObject(years);
  });

  test("with every value where its evidence says", () => {
    for (const { text } of requirementTexts) {
      const read = parseRequirement(text);
      expect(outsideOf(read.text, evidenceOf(read))).toEqual([]);
      for (const { value, evidence } of founds(read)) {
        if (typeof value === "string" && value !== read.workplace?.value && value !== read.contact.name?.value)
          expect(read.text.slice(evidence.at, evidence.at + evidence.length)).toBe(value);
      }
    }
  });

  test("the same with any line breaks", () => {
    for (const { text } of requirementTexts)
      expect(parseRequirement(text.replaceAll("\n", "\r\n"))).toEqual(parseRequirement(text));
  });
});

describe("what counts for a skill", () => {
  const weights = (text: string) =>
    Object.fromEntries(parseRequirement(text).skills.map(({ technology, weight }) => [technology, weight]));

  test("is need before everything, then title, mentions and years", () => {
    const read = weights(
      "Role: Java Developer\nDuties:\nWrite Perl\nRequired skills:\nJava, Java 11\nPython (6 years)\nScala\nNice to have:\nRuby\n",
    );
    expect(read.Java).toBeGreaterThan(read.Python!);
    expect(read.Python).toBeGreaterThan(read.Scala!);
    expect(read.Scala).toBeGreaterThan(read.Perl!);
    expect(read.Perl).toBeGreaterThan(read.Ruby!);
  });

  test("is also what the organisation added", () => {
    const own = [{ name: "Larkspur", aliases: ["Larkspur ERP"] }];
    expect(parseRequirement("Must have: Larkspur ERP", own).skills).toMatchObject([
      { technology: "Larkspur", need: "must" },
    ]);
  });

  test("is not the mail around it", () => {
    const text = "Role: Java Developer\nSkills: Java\n\nRegards,\nAna Prado\nSent with Salesforce and Outlook\n";
    expect(parseRequirement(text).skills.map(({ technology }) => technology)).toEqual(["Java"]);
  });
});

describe("what is asked for", () => {
  const needs = (text: string) =>
    parseRequirement(text)
      .skills.map(({ technology, need }) => `${technology} ${need}`)
      .join(", ");

  test.each([
    ["Must have: Java (Spring a plus), SQL", "Java must, SQL must, Spring nice"],
    ["Python (Django or Flask is a bonus) and SQL required", "Python must, SQL must, Django nice, Flask nice"],
    ["Required: Java, Kafka (nice to have)", "Java must, Apache Kafka nice"],
    ["Skills: C#, React. No Angular please", "C# must, React must"],
    ["Java developer.\nAWS is preferred but not required.", "Java must, AWS nice"],
    ["We need Java. You will not need C++.", "Java must"],
    ["Angular not needed; React is a must", "React must"],
    ["Experience with Angular is not necessary. React required", "React must"],
    ["React without Redux", "React must"],
    ["Kein Angular. React erforderlich", "React must"],
    ["Not only Java but Kotlin", "Java must, Kotlin must"],
    ["Candidates without Java will not be considered", "Java must"],
    ["Do not apply if you do not know Python", "Python must"],
    ["No candidates without AWS certification", "AWS must"],
    ["Java is a must, Angular is not", "Java must"],
    ["Required: Java. Not required: Terraform", "Java must"],
    ["No prior AWS experience needed, Java is key", "Java must"],
    ["Java required. C++ (not required)", "Java must"],
    ["Skills:\nJava - required\nAngular - nice to have\nPHP - not needed", "Java must, Angular nice"],
    ["Kenntnisse in Java; Kotlin ist von Vorteil, PHP wird nicht benötigt", "Java must, Kotlin nice"],
    ["Java requis, Angular serait un plus, pas de PHP", "Java must, Angular nice"],
    ["Java imprescindible, se valorará Angular, no es necesario PHP", "Java must, Angular nice"],
    ["Java obbligatorio, gradito Angular, PHP non richiesto", "Java must, Angular nice"],
    ["No Angular, but later: Angular is required for the second phase", "Angular must"],
    ["Must: Java; Kotlin would be nice", "Java must, Kotlin nice"],
    ["Requirements:\n- Java\nBenefits:\n- AWS certification paid", "Java must"],
    ["What we offer:\n• Training in Kubernetes\n\nYou know Java", "Java must"],
    ["Perks and benefits\n- Slack\nYour skills\n- Java", "Java must"],
  ])("%j: %s", (text, expected) => {
    expect(needs(text)).toBe(expected);
  });

  test.each([
    ["Our client Contoso Bank is looking for a Java developer", { client: "Contoso Bank" }],
    ["Our client, Fabrikam, needs a Go developer", { client: "Fabrikam" }],
    ["Unser Kunde Contoso sucht einen Java Entwickler", { client: "Contoso" }],
    ["Wir suchen einen Java Entwickler in München ab sofort", { place: "München", title: "Java Entwickler" }],
    ["Java Developer\nLoc : Lyon\nTJM: 450-500 €", { place: "Lyon", rate: [45000, 50000, "EUR", "day"] }],
    ["Mission à Lyon, TJM 450/500€", { place: "Lyon", rate: [45000, 50000, "EUR", "day"] }],
    ["Java Dev in Paris, France", { place: "Paris, France" }],
    ["A nice Java job in English", { place: null }],
    ["Location: Munich, 3 days in the office", { place: "Munich" }],
    ["Java Developer\n10+ years experience required", { title: "Java Developer", experience: 10 }],
    ["Java Developer, minimum 10 years experience", { title: "Java Developer" }],
  ])("%j", (text, expected) => {
    const { title, client, place, experience, rate } = parseRequirement(text);
    const { from, to, currency, per } = rate?.value ?? {};
    const read = {
      title: title?.value,
      client: client?.value,
      place: place?.value ?? null,
      experience: experience?.value,
    };
    expect({ ...read, rate: [from, to, currency, per] }).toMatchObject(expected);
  });
});

const pieces = fc.constantFrom(
  ...requirementTexts.flatMap(({ text }) => text.split(/(?<=\n)|(?<=: )/)),
  "\r\n",
  "$",
  "<br>",
  "> ",
  "&#x1F;",
  "9999999999999999999",
);

test("no text breaks the reader, and evidence always lies in the text", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 30 })
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseRequirement(text);
      expect(outsideOf(read.text, evidenceOf(read))).toEqual([]);
      expect(founds(read).every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
      expect(read.skills.every(({ weight }) => weight > 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a text made to be slow is read all the same", () => {
  const pieces = [
    "Java, Go, Excel, R, ",
    "Location: Dallas, TX | Rate: $5 ",
    "1,000 ",
    " ",
    "\t",
    "<p",
    "a@",
    ": ",
    "5 years of Java ",
  ];
  const started = process.cpuUsage();
  for (const piece of pieces) parseRequirement(`Role: ${piece.repeat(20_000 / piece.length)}x`);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000_000).toBeLessThan(8);
});
