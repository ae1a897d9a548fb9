import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTechnologies, isWordAt } from "./find-technologies";
import { listed, technologies } from "./technologies";
import { kinship, technologyNamed } from "./technology-named";

/** A sentence, and every technology in it, in order. */
const sentences: readonly (readonly [text: string, ...found: string[]])[] = [
  ["Wrote services in Java and pages in JavaScript", "Java", "JavaScript"],
  ["JavaScript only, no applets", "JavaScript"],
  ["Java8 and Java 11 on Tomcat9", "Java", "Java", "Apache Tomcat"],
  ["Imports java.util.List and opens Main.java"],
  ["Core Java/J2EE developer", "Java", "Jakarta EE"],
  ["Languages: C, C++, C#, F#, R, Go", "C", "C++", "C#", "F#", "R", "Go"],
  ["C/C++ on embedded boards", "C", "C++"],
  ["Takes Vitamin C, and zinc"],
  ["Vitamin C, Java and tea", "Java"],
  ["Reports to the C-level and the C-suite"],
  ["Closed the Series C round"],
  ["Programmed in C for small controllers", "C"],
  ["Plan C was chosen after plan B failed"],
  ["John C. Miller, Java developer", "Java"],
  ["Analysed the trial in R and Python", "R", "Python"],
  ["Led R&D for a maker of pumps", "Research and development"],
  ["R&D, R, SAS", "Research and development", "R", "SAS"],
  ["SAP R/3 and SAP S/4HANA", "SAP ERP", "SAP S/4HANA"],
  ["ASP.NET Core with C#.NET and the .NET Framework", "ASP.NET Core", "C#", ".NET"],
  ["VB.NET, ADO.NET, .Net", "VB.NET", "ADO.NET", ".NET"],
  ["See www.example.net or mail java@example.com"],
  ["https://example.com/python/react is our page"],
  ["Node.js, NodeJS and Node JS", "Node.js", "Node.js", "Node.js"],
  ["CI/CD, CICD, CI / CD and CI-CD", "CI/CD", "CI/CD", "CI/CD", "CI/CD"],
  ["Services in Go running on Linux", "Go", "Linux"],
  ["Go-Live support and go live weekends"],
  ["Go to market plans", "Go-to-market strategy"],
  ["We go to the office and go home"],
  ["Golang microservices", "Go", "Microservices"],
  ["Go 1.21 and Rust 1.70", "Go", "Rust"],
  ["SQL, PL/SQL, T-SQL and NoSQL", "SQL", "PL/SQL", "T-SQL", "NoSQL"],
  ["MySQL and SQL Server", "MySQL", "SQL Server"],
  ["Oracle PL/SQL packages", "Oracle Database", "PL/SQL"],
  ["Spring Boot with Spring Security", "Spring Boot", "Spring Security"],
  ["Graduated in Spring 2020 with honours"],
  ["Moved the desk in spring"],
  ["Java, Spring, Hibernate", "Java", "Spring", "Hibernate"],
  ["java, spring and hibernate", "Java", "Spring", "Hibernate"],
  ["Spring framework and Spring 4.3", "Spring", "Spring"],
  ["From Spring to Summer of 2019"],
  ["REST and RESTful APIs", "REST", "REST"],
  ["The rest of the team, the Rest is history"],
  ["Built REST services", "REST"],
  ["Scala on scalable clusters", "Scala"],
  ["Excel in every task"],
  ["I excel at planning"],
  ["Built Excel macros", "VBA"],
  ["Prepared forecasts in Excel for the board", "Excel"],
  ["MS Excel, Word, Outlook", "Excel", "Word", "Outlook"],
  ["Word of mouth and access to power"],
  ["Responsible for Access Control"],
  ["Access database with 40 forms", "Microsoft Access"],
  ["Migrated MS Access to Oracle", "Microsoft Access", "Oracle Database"],
  ["Worked for American Express in New York"],
  ["Server built with Express and MongoDB", "Express.js", "MongoDB"],
  ["A swift response to each call"],
  ["Swift, Objective-C and Xcode", "Swift", "Objective-C", "Xcode"],
  ["Swift developer", "Swift"],
  ["A dart board; Flutter and Dart", "Flutter", "Dart"],
  ["Employed by Oracle Corporation"],
  ["Ruby Rose met Ada in Palo Alto, CA"],
  ["Ruby on Rails and Ruby scripts", "Ruby on Rails", "Ruby"],
  ["Airflow in tunnels; DAGs in Airflow, loads by Sqoop", "Apache Airflow", "Apache Sqoop"],
  ["Cypress trees, Cypress tests", "Cypress"],
  ["An agile mind, a lean purse; agile methods and a Lean transformation", "Agile", "Lean"],
  ["Helm charts at the helm, secrets in Vault", "Helm", "HashiCorp Vault"],
  ["Reactive to change, React to clients"],
  ["React and Redux", "React", "Redux"],
  ["React.js, React Native", "React", "React Native"],
  ["AngularJS to Angular 12", "AngularJS", "Angular"],
  ["EC2, Amazon S3, AWS Lambda and DynamoDB", "Amazon EC2", "Amazon S3", "AWS Lambda", "Amazon DynamoDB"],
  ["Amazon Web Services (AWS)", "AWS", "AWS"],
  ["Kafka, Spark, Hive, Pig", "Apache Kafka", "Apache Spark", "Apache Hive", "Apache Pig"],
  ["A spark of joy in the hive"],
  ["Owned P&L of 40 million, led M&A", "P&L management", "Mergers and acquisitions"],
  ["P & L ownership, PMP, ITIL v4", "P&L management", "PMP", "ITIL"],
  ["Kept people safe; SAFe release trains", "Scaled Agile Framework"],
  ["An agile mind in an Agile team", "Agile"],
  ["SKILLS AND TOOLS: JAVA, REST, SPRING, R", "Java", "REST", "Spring", "R"],
  ["Umgebung: Java, Spring, Oracle", "Java", "Spring", "Oracle Database"],
  ["熟悉Java开发和Python", "Java", "Python"],
  ["Tableau und Power-BI", "Tableau", "Power BI"],
  ["un tableau de bord en français"],
  ["SAS and sas shoes", "SAS"],
  ["HTML5/CSS3/jQuery", "HTML", "CSS", "jQuery"],
  ["Oracle11g, DB2 and k8s", "Oracle Database", "Db2", "Kubernetes"],
  ["The chef cooked; Chef, Puppet and Ansible", "Chef", "Puppet", "Ansible"],
  ["Sales force of 40 people"],
  ["Five years of experience.Java was used", "Java"],
  ["C# .NET Core 3.1 and C# .NET 8", "C#", ".NET Core", "C#", ".NET"],
  ["GCP BigQuery, GCP Pub/Sub", "Google Cloud", "BigQuery", "Google Cloud", "Google Pub/Sub"],
  ["Perl/Shell/Bash", "Perl", "Shell scripting", "Bash"],
  ["Fuelled at Shell, drove on"],
  ["Bears hibernate in winter"],
  ["Mapped tables using hibernate", "Hibernate"],
  ["React Redux and Python Flask", "React", "Redux", "Python", "Flask"],
  ["Used Word of mouth, used Access control lists"],
  ["Java, hibernate and spring", "Java", "Hibernate", "Spring"],
  ["Used Spring in spring 2019", "Spring"],
  ["SENIOR GO DEVELOPER", "Go"],
  ["LEAD SPRING ENGINEER WITH REACT ARCHITECTS", "Spring", "React"],
  ["WHERE TO GO NEXT WEEK"],
  ["Dart Flutter", "Dart", "Flutter"],
  ["Spring Hibernate", "Spring", "Hibernate"],
  ["Swift Access to the yard"],
  ["Azure Data Factory and Data Factory pipelines", "Azure Data Factory", "Azure Data Factory"],
];

test.each(sentences)("%s", (text, ...found) => {
  expect(findTechnologies(text).map(({ technology }) => technology)).toEqual(found);
});

describe("an organisation's own technologies", () => {
  const own = [
    { name: "Larkspur", aliases: ["Larkspur ERP"] },
    { name: "Java", aliases: ["Kaffee Script"] },
    { name: "Go", aliases: [] },
    { name: "XYZ", aliases: [] },
  ];

  test("are found, as further aliases where the name is known, and no less carefully", () => {
    const text = "Larkspur ERP and larkspur, Kaffee-Script, we go on; xyz";
    expect(findTechnologies(text, own).map(({ technology }) => technology)).toEqual(["Larkspur", "Larkspur", "Java"]);
    expect(technologyNamed("kaffeescript", own)).toMatchObject({ name: "Java", since: 1995, own: true });
    expect(technologyNamed("Larkspur")).toBeNull();
  });
});

const names = fc.constantFrom(...listed.flatMap(({ spellings }) => spellings.map(({ form }) => form)));
const word = fc.constantFrom(
  "and",
  "built",
  ",",
  ";",
  "the",
  "2020",
  "\n",
  "•",
  "Environment:",
  "in",
  "(",
  ")",
  "Ltd",
  ".",
  "日本",
  "é",
);
const texts = fc
  .array(fc.oneof(names, word, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 25 })
  .chain((pieces) => fc.constantFrom(" ", "", "-").map((gap) => pieces.join(gap)));

test("what is found is written there, never overlaps, and never stands inside of a longer word", () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0;
      for (const { at, length, written, technology } of findTechnologies(text)) {
        expect(text.slice(at, at + length)).toBe(written);
        expect(at).toBeGreaterThanOrEqual(end);
        end = at + length;
        expect(technologyNamed(technology)?.name).toBe(technology);
        if (isWordAt(text, at)) expect(isWordAt(text, at - 1)).toBe(false);
        if (isWordAt(text, end - 1) && isWordAt(text, end)) expect(text.slice(end)).toMatch(/^\d/);
      }
    }),
    { numRuns: 500 },
  );
});

test("letters around a name hide it", () => {
  fc.assert(
    fc.property(names, fc.constantFrom("a", "Z", "é", "x1"), (name, letter) => {
      const found = findTechnologies(`${letter}${name}${letter}`);
      if (/^\p{L}.*\p{L}$/u.test(name)) expect(found.filter(({ written }) => written === name)).toEqual([]);
    }),
  );
});

test("a long resume takes time by its length alone", () => {
  const line =
    "Environment: Java, Spring Boot, REST, Go, Oracle, Excel, C, Access and the rest of it, in spring and with care\n";
  findTechnologies(line);
  const started = process.cpuUsage();
  findTechnologies(line.repeat(300));
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(400);
});

test("kinship is mutual, and closest to itself", () => {
  expect(kinship("Java", "Java")).toBe(1);
  expect(kinship("Spring Boot", "Java")).toBe(0.6);
  expect(kinship("Java", "Spring Boot")).toBe(0.6);
  expect(kinship("Django", "Flask")).toBe(0.3);
  expect(kinship("Django", "SAP MM")).toBe(0);
  for (const { name, related } of technologies) for (const other of related) expect(kinship(other, name)).toBe(0.6);
});
