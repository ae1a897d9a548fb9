import { expect, test } from "vitest";
import { parsePoints } from "./parse-points";

/** A text, its points by technology, and what is wrong by line. */
type Form = [text: string, points: Record<string, string[]>, problems?: [number, string][]];

const aTechnologyAndItsPointInOneLine: Form[] = [
  ["Java: Built it", { Java: ["Built it"] }],
  ["Java - Built it", { Java: ["Built it"] }],
  ["Java – Built it", { Java: ["Built it"] }],
  ["Java — Built it", { Java: ["Built it"] }],
  ["Java:Built it", { Java: ["Built it"] }],
  ["Java:\tBuilt it", { Java: ["Built it"] }],
  ["Java – \tBuilt it", { Java: ["Built it"] }],
  ["Java = Built it", { Java: ["Built it"] }],
  ["Java -> Built it", { Java: ["Built it"] }],
  ["Java | Built it", { Java: ["Built it"] }],
  ["Java; Built it well", { Java: ["Built it well"] }],
  ["\u00a0Java\u00a0:\u00a0Built it", { Java: ["Built it"] }],
  ["Java: - Built it - fast", { Java: ["Built it - fast"] }],
  ["Java: 1. Built it", { Java: ["Built it"] }],
  ["Java • Built it • Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java: • Built it\nin two parts • Ran it", { Java: ["Built it in two parts", "Ran it"] }],
  ["Java (3): Built it", { Java: ["Built it"] }],
  ["Java/J2EE: Built it", { "Java/J2EE": ["Built it"] }],
  ["Python / Django: Built it", { "Python / Django": ["Built it"] }],
  ["**Java:** Built it\n**C#:** Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["- **Java**: Built it", { Java: ["Built it"] }],
  ["- Java: Built it\n- C#: Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["1. Java - Built it\n2. FooDB - Ran it", { Java: ["Built it"], FooDB: ["Ran it"] }],
  ["FooDB: Built it\nBarQL: Ran it", { FooDB: ["Built it"], BarQL: ["Ran it"] }],
  ["Embedded C: Wrote it", { "Embedded C": ["Wrote it"] }],
  ["Java：构建了系统", { Java: ["构建了系统"] }],
];

const labelsAndTables: Form[] = [
  ["Tech: Java | Point: Built it", { Java: ["Built it"] }],
  [
    "Technology: Java\nPoint: Built it\nPoint: Ran it\n\nTechnology: C#\nPoint: Wrote it",
    { Java: ["Built it", "Ran it"], "C#": ["Wrote it"] },
  ],
  [
    "| Technology | Point |\n|---|---|\n| Java | Built it |\n| C# | Wrote it |",
    { Java: ["Built it"], "C#": ["Wrote it"] },
  ],
  ["Technology\tPoint\nJava\tBuilt it\n\tRan it\nC#\tWrote it", { Java: ["Built it", "Ran it"], "C#": ["Wrote it"] }],
  ['Java,Built it well\nC#,"Wrote it, and ran it"', { Java: ["Built it well"], "C#": ["Wrote it, and ran it"] }],
  ["Skills:\nJava: Built it\nC#: Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
];

const headings: Form[] = [
  ["### Java\n1) Built it", { Java: ["Built it"] }],
  ["#Java\n- Built it", { Java: ["Built it"] }],
  ["Java\n====\nBuilt it\n\nC#\n----\nWrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["[Java]\nBuilt it", { Java: ["Built it"] }],
  ["**Java**\nBuilt it", { Java: ["Built it"] }],
  ["Java –\n• Built it", { Java: ["Built it"] }],
  ["Java:-\n• Built it", { Java: ["Built it"] }],
  ["Java (2 points):\n• Built it", { Java: ["Built it"] }],
  ["Java\nBuilt it\nRan it\n\nC#\nWrote it", { Java: ["Built it", "Ran it"], "C#": ["Wrote it"] }],
  ["Java\n\nBuilt it\n\nC#\n\nWrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  [
    "Data migration\nMoved three ledgers in a weekend\nWrote it down for all\n\nReporting\nBuilt the daily sheet",
    {
      "Data migration": ["Moved three ledgers in a weekend", "Wrote it down for all"],
      Reporting: ["Built the daily sheet"],
    },
  ],
  ["JAVA\n\tBuilt it", { JAVA: ["Built it"] }],
  ["Java\n  Built it\n  Ran it\nC#\n  Wrote it", { Java: ["Built it", "Ran it"], "C#": ["Wrote it"] }],
  ["FooDB\n• Built it\nBarQL\n• Ran it", { FooDB: ["Built it"], BarQL: ["Ran it"] }],
  ["java\n• Built it\niOS\n• Ran it", { java: ["Built it"], iOS: ["Ran it"] }],
  ["Java\n• Built it\nAdvanced Excel:\n• Ran it", { Java: ["Built it"], "Advanced Excel": ["Ran it"] }],
  [
    "Java\n• Built it\n\nData entry and typing\n• Typed it",
    { Java: ["Built it"], "Data entry and typing": ["Typed it"] },
  ],
  ["Java\nResponsibilities:\n- Built it\nC#\n- Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["Java, Spring Boot and Kafka:\n• Built it", { "Java, Spring Boot and Kafka": ["Built it"] }],
  ["Java:\nbuilt it\nran it", { Java: ["built it", "ran it"] }],
];

const listsInLists: Form[] = [
  ["* Java\n  * Built it", { Java: ["Built it"] }],
  ["1. Java\n   a. Built it", { Java: ["Built it"] }],
  ["* **Java**\n  * Built it", { Java: ["Built it"] }],
  ["• Java\n  o Built it\n  o Ran it\n• C#\n  o Wrote it", { Java: ["Built it", "Ran it"], "C#": ["Wrote it"] }],
  ["•\tJava\no\tBuilt it\n•\tC#\no\tWrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["1. Java\n• Built it\n2. C#\n• Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["1. Java\nBuilt it\n\n2. C#\nWrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["A. Java\n1. Built it\nB. C#\n1. Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["- Java\n    - Built it\n- FooDB\n    - Wrote it", { Java: ["Built it"], FooDB: ["Wrote it"] }],
  ["Java\n1. Built it\n   a. Ran it", { Java: ["Built it", "Ran it"] }],
];

const bulletsAndNumbers: Form[] = [
  ["Java\n-Built it", { Java: ["Built it"] }],
  ["Java\n-built it\n-ran it", { Java: ["built it", "ran it"] }],
  ["Java\na) Built it\nb) Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\ni. Built it\nii. Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n(1) Built it\n(2) Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java:\n1.Built it\n2.Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n1.1 Built it\n1.2 Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n① Built it\n② Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n· Built it", { Java: ["Built it"] }],
  ["Java\n– Built it", { Java: ["Built it"] }],
  ["Java\n➢ Built it", { Java: ["Built it"] }],
  ["Java\n✓ Built it", { Java: ["Built it"] }],
  ["Java\no\tBuilt it", { Java: ["Built it"] }],
  ["Java\n§ Built it", { Java: ["Built it"] }],
  ["Java\nv\tBuilt it\nØ\tRan it", { Java: ["Built it", "Ran it"] }],
  ["Java\n-> Built it\n=> Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n🚀 Built it\n✅ Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n- [x] Built it\n- [ ] Ran it", { Java: ["Built it", "Ran it"] }],
  ["Java\n•\u00a0\u00a0Built\u00a0it", { Java: ["Built it"] }],
  ["Java:\n•Built it•Ran it", { Java: ["Built it", "Ran it"] }],
  ["> Java\n> • Built it", { Java: ["Built it"] }],
];

const linesThatGoOnWithTheOneAbove: Form[] = [
  [
    "Java\n• Built the booking service that forty depots use\nin the north of the country\n• Ran it",
    { Java: ["Built the booking service that forty depots use in the north of the country", "Ran it"] },
  ],
  [
    "Java\n• Built the service,\n  which forty depots use\n• Ran it",
    { Java: ["Built the service, which forty depots use", "Ran it"] },
  ],
  ["Java:\n• Built it\n    Led it in the north\n• Ran it", { Java: ["Built it Led it in the north", "Ran it"] }],
  ["Java:\n• Built it with\nJava\n• Ran it", { Java: ["Built it with Java", "Ran it"] }],
  ["Java\n• Worked for\nGlobal Freight\n• Ran it", { Java: ["Worked for Global Freight", "Ran it"] }],
  ["Java\n• Cut the run to\n10 minutes\n• Ran it", { Java: ["Cut the run to 10 minutes", "Ran it"] }],
  [
    "AWS\n• Moved the platform to\nAWS - saving a fifth\n• Ran it",
    { AWS: ["Moved the platform to AWS - saving a fifth", "Ran it"] },
  ],
  ["Java\n• Built an end-\nto-end test", { Java: ["Built an end-to-end test"] }],
  ["Java: Built the service\nin the north", { Java: ["Built the service in the north"] }],
  ["Java\n•\nBuilt it\n•\nRan it", { Java: ["Built it", "Ran it"] }],
];

const bulletsWithoutAPoint: Form[] = [
  ["Java:\n• \n• Built it", { Java: ["Built it"] }],
  ["Java:\n• Built it\n• ", { Java: ["Built it"] }],
  ["Java\n• \n\n• \nC#\n• Wrote it", { "C#": ["Wrote it"] }, [[1, "no-points"]]],
  ["Java\n• Built it\n***\nC#\n• Wrote it", { Java: ["Built it"], "C#": ["Wrote it"] }],
  ["-\n•\n\n1.", {}],
];

const whatOnlyLooksLikeATechnology: Form[] = [
  ["Java:\nLed the team: built the thing\nRan it", { Java: ["Led the team: built the thing", "Ran it"] }],
  ["Java\n• Led the team: built the thing\n• Ran it", { Java: ["Led the team: built the thing", "Ran it"] }],
  ["Java\n• Built it\nLed the team: built the thing", { Java: ["Built it", "Led the team: built the thing"] }],
  ["Java: Built it\nLed the team: built the thing", { Java: ["Built it", "Led the team: built the thing"] }],
  [
    "Java\n• See https://a.example/b: it runs\n• Starts at 10:30 daily",
    { Java: ["See https://a.example/b: it runs", "Starts at 10:30 daily"] },
  ],
  [
    "Java:\nhttps://a.example/b is ours\n10:30 is when it starts",
    { Java: ["https://a.example/b is ours", "10:30 is when it starts"] },
  ],
  ["Java: https://a.example/b", { Java: ["https://a.example/b"] }],
  ["## Java\n- **Testing**: Wrote it\n- Migration: moved it", { Java: ["Testing: Wrote it", "Migration: moved it"] }],
];

const namesWithSigns: Form[] = [
  [
    "C++: Built it\nC#: Ran it\n.NET: Wrote it\nNode.js: Fixed it\nCI/CD: Cut it\nSpring Boot 3.2: Moved it",
    {
      "C++": ["Built it"],
      "C#": ["Ran it"],
      ".NET": ["Wrote it"],
      "Node.js": ["Fixed it"],
      "CI/CD": ["Cut it"],
      "Spring Boot 3.2": ["Moved it"],
    },
  ],
  [
    "C++ - Built it\nC# - Ran it\n.NET – Wrote it\nNode.js – Fixed it\nCI/CD - Cut it\nSpring Boot 3.2 - Moved it",
    {
      "C++": ["Built it"],
      "C#": ["Ran it"],
      ".NET": ["Wrote it"],
      "Node.js": ["Fixed it"],
      "CI/CD": ["Cut it"],
      "Spring Boot 3.2": ["Moved it"],
    },
  ],
  [
    "C++\nBuilt it\n\n.NET\nWrote it\n\nCI/CD\nCut it\n\nSpring Boot 3.2\nMoved it",
    { "C++": ["Built it"], ".NET": ["Wrote it"], "CI/CD": ["Cut it"], "Spring Boot 3.2": ["Moved it"] },
  ],
  ["R: Built it\nGo: Ran it\nC: Wrote it", { R: ["Built it"], Go: ["Ran it"], C: ["Wrote it"] }],
  ["SAP S/4HANA - Built it", { "SAP S/4HANA": ["Built it"] }],
  ["Java 17 (LTS): Built it", { "Java 17 (LTS)": ["Built it"] }],
  ["AWS (EC2, S3)\n• Built it", { "AWS (EC2, S3)": ["Built it"] }],
  ["Back-end: Built it", { "Back-end": ["Built it"] }],
];

const whatIsWrong: Form[] = [
  ["• Built it", {}, [[1, "no-technology"]]],
  ["Java:\n\nC#:\n• Wrote it", { "C#": ["Wrote it"] }, [[1, "no-points"]]],
  ["* Java\n  * Built it\n* C#\n", { Java: ["Built it"] }, [[3, "no-points"]]],
  ["Here are my points\n\nJava\n• Built it", { Java: ["Built it"] }, [[1, "no-technology"]]],
  ["Deployed at 10:30: it ran\nJava\n• Built it", { Java: ["Built it"] }, [[1, "no-technology"]]],
  [
    "# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n- Built it",
    {},
    [
      [1, "long-technology"],
      [2, "no-technology"],
    ],
  ],
];

const read = (text: string) => {
  const { groups, problems } = parsePoints(text);
  return {
    points: Object.fromEntries(groups.map(({ technology, points }) => [technology, points])),
    problems: problems.map(({ line, code }) => [line, code]),
  };
};

test.each(aTechnologyAndItsPointInOneLine)(
  "a technology and its point in one line: %j",
  (text, points, problems = []) => {
    expect(read(text)).toEqual({ points, problems });
  },
);

test.each(labelsAndTables)("labels and tables: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(headings)("headings: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(listsInLists)("lists in lists: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(bulletsAndNumbers)("bullets and numbers: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(linesThatGoOnWithTheOneAbove)("lines that go on with the one above: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(bulletsWithoutAPoint)("bullets without a point: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(whatOnlyLooksLikeATechnology)("what only looks like a technology: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(namesWithSigns)("names with signs: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});

test.each(whatIsWrong)("what is wrong: %j", (text, points, problems = []) => {
  expect(read(text)).toEqual({ points, problems });
});
