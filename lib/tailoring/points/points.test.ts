import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePoints } from "./parse-points";
import { longestPoint, tidy, type PointGroup } from "./points";
import { printPoints } from "./print-points";

const java: PointGroup = {
  technology: "Java",
  points: ["Built the booking service", "Cut the nightly run to one hour"],
};
const sharp: PointGroup = { technology: "C#", points: ["Wrote the tracking page"] };

describe("points are read", () => {
  test.each([
    ["in one line", "Java: • Built the booking service • Cut the nightly run to one hour\nC#: Wrote the tracking page"],
    [
      "below headings",
      "Java\n• Built the booking service\n• Cut the nightly run to one hour\n\nC#:\n• Wrote the tracking page",
    ],
    [
      "behind tabs",
      "Java\tBuilt the booking service\nJava\tCut the nightly run to one hour\nC#\tWrote the tracking page",
    ],
    [
      "with numbers",
      "Java\n1. Built the booking service\n2) Cut the nightly run to one hour\nC#\n(1) Wrote the tracking page",
    ],
    [
      "from Markdown",
      "# Java\n\n- **Built** the booking service\n* Cut the nightly run to one hour\n\n**C#:**\n- Wrote the tracking page",
    ],
    [
      "from Word",
      "Java\r\n\uf0b7\tBuilt the\u00a0booking service\r\n\uf0b7\tCut the nightly run to one\u00ad hour\r\n\u200bC#\r\no\tWrote the tracking page\r\n",
    ],
    [
      "without bullets",
      "Java:\nBuilt the booking service\nCut the nightly run to one hour\nC#:\nWrote the tracking page",
    ],
    [
      "with several bullets in a line",
      "Java\n➢ Built the booking service ➢ Cut the nightly run to one hour\nC#\n➢ Wrote the tracking page",
    ],
    [
      "in parts that come again",
      "Java\n- Built the booking service\nC#\n- Wrote the tracking page\njava\n- Cut the nightly run to one hour\n- Built the booking service",
    ],
  ])("%s", (_, text) => {
    expect(parsePoints(text)).toEqual({ groups: [java, sharp], problems: [] });
  });

  test.each(["C++", "C#", ".NET", "Node.js", "CI/CD", "R", "Go", "ASP.NET Core 8", "Oracle PL/SQL", "东京"])(
    "under %s",
    (technology) => {
      for (const text of [
        `${technology}:\n• Ran it`,
        `${technology}: • Ran it`,
        `${technology}\tRan it`,
        `### ${technology}\n- Ran it`,
      ])
        expect(parsePoints(text).groups).toEqual([{ technology, points: ["Ran it"] }]);
    },
  );

  test("keep a colon, a dash and a number inside of them", () => {
    const points = ["Migration: moved 3 ledgers - all of them", "24/7 support for 12 sites"];
    expect(parsePoints(`Java\n- ${points.join("\n- ")}`).groups).toEqual([{ technology: "Java", points }]);
  });
});

describe("what is wrong", () => {
  test("is told by its line, and the rest is kept", () => {
    const text = `- Ran before any technology\n\nJava\n- Built the booking service\n- ${"long ".repeat(longestPoint / 4)}\nPython:\n\nC#\n- Wrote the tracking page`;
    expect(parsePoints(text)).toEqual({
      groups: [{ technology: "Java", points: ["Built the booking service"] }, sharp],
      problems: [
        { line: 1, code: "no-technology" },
        { line: 5, code: "too-long" },
        { line: 6, code: "no-points" },
      ],
    });
  });
});

/** Begins and ends like words, not like the marker of a line or a heading. */
function isPlain(text: string): boolean {
  return text !== "" && !/^[-–—*_#•\d(.]|[-–—*_#:.,]$|^\w[.)]|\*\*|__/.test(text);
}

/** Technologies and points as the product holds them: tidy, and each once. */
const words = fc
  .string({ unit: fc.constantFrom(..."abc Ç東:•-*#_.,+/()1".split("")), minLength: 1, maxLength: 30 })
  .map(tidy)
  .filter(isPlain);
// With a bullet inside taken out, what is left may begin like a number of a list: "a•)" is "a)" then.
const wordsWithoutBullets = words.map((text) => tidy(text.replaceAll("•", ""))).filter(isPlain);
const names = fc.constantFrom("Java", "C++", "C#", ".NET", "Node.js", "CI/CD", "R", "Go", "SAP S/4HANA", "日本語");

test("what is printed is read back as it was", () => {
  const group = fc.record({ technology: names, points: fc.uniqueArray(words, { minLength: 1, maxLength: 5 }) });
  const all = fc.uniqueArray(group, { selector: ({ technology }) => technology, maxLength: 5 });
  fc.assert(
    fc.property(all, (groups) => {
      expect(parsePoints(printPoints(groups))).toEqual({ groups, problems: [] });
    }),
    { numRuns: 500 },
  );
});

test("no text breaks the reader, and no word of a bullet is lost", () => {
  fc.assert(
    fc.property(fc.array(wordsWithoutBullets, { minLength: 1, maxLength: 6 }), (points) => {
      const { groups, problems } = parsePoints(`Java\n${points.map((point) => `• ${point}`).join("\n")}`);
      const kept = groups.flatMap((group) => group.points);
      expect(problems).toEqual([]);
      for (const point of points) expect(kept).toContain(point);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void parsePoints(text)));
});

/** Lines as people, editors and converters leave them. */
const pieces = fc.constantFrom(
  ..."Java|C#|FooDB|Built it|ran it|in the north|Led the team: built|**|__|# |## |- |• |o\t|1. |a) |: |:| - | – |\t|  |\n|\n\n|\n  |=|\\||, |(3)|[x] |---|\u00a0|\u00ad|\u200b|e\u0301|—|*|_|>"
    .split(/(?<!\\)\|/)
    .map((piece) => piece.replace("\\", "")),
);

test("whatever was read stays as it is when it is printed and read again", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const { groups } = parsePoints(parts.join(""));
      expect(parsePoints(printPoints(groups))).toEqual({ groups, problems: [] });
    }),
    { numRuns: 3000 },
  );
});

test("text made to be slow is read all the same", () => {
  const slow = [":", " \t", "**", "_*", "- ", "a\t", "a: ", "• a ", "(", "#", "| ", "Java\n", "in it\n", "•\n"];
  // Work that grew with the square of the length would take minutes, and the test would run out of time.
  for (const piece of slow) {
    const many = piece.repeat(60_000 / piece.length);
    for (const text of [`Java\n• ${many}x`, `${many}x\n# ${many}x`]) {
      const { groups, problems } = parsePoints(text);
      expect(groups.length + problems.length).toBeGreaterThan(0);
    }
  }
}, 60_000);
