import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillLetter, fillText, letterProblem, printLetter, readLetter, type LetterPart } from "./letter-text";
import { filledInAt, firstNameOf, variables, type VariableName } from "./variables";

const name = fc.constantFrom<VariableName>(...variables);
/** Words without doubled opening braces, which would begin a place. */
const words = fc
  .string({ unit: fc.constantFrom("a", "Ü", " ", "\n", "{", "}", "$", "\\", "<", "é", "1") })
  .filter((text) => text.length > 0 && !text.includes("{{"));
const parts = fc
  .array(
    fc.oneof(
      name.map((known): LetterPart => ({ kind: "value", name: known })),
      words.map((text): LetterPart => ({ kind: "words", words: text })),
    ),
  )
  .map((list) => list.filter((part, place) => part.kind === "value" || list[place - 1]?.kind !== "words"))
  // Words that end in a brace would grow together with the braces of the place behind them.
  .filter(
    (list) =>
      !readLetter(printLetter(list)).problems.length &&
      !list.some((part) => part.kind === "words" && /^\}|\{$/.test(part.words)),
  );
const value = fc
  .string({ unit: fc.constantFrom("x", "{{candidate.name}}", "{", "}", "$&", "$1", "\\", "é", "`") })
  .filter((text) => text.trim() !== "");
const values = fc.record(
  Object.fromEntries(variables.map((known) => [known, value])) as Record<VariableName, typeof value>,
);

describe("the words of a letter", () => {
  test("are read into what they were printed from", () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(readLetter(printLetter(list))).toEqual({ parts: list, problems: [] });
      }),
    );
  });

  test("lose nothing, whatever was typed", () => {
    const typed = fc.string({ unit: fc.constantFrom("a", "{", "}", "{{", "}}", "rate", "{{rate}}", " ", "\n") });
    fc.assert(
      fc.property(typed, (text) => {
        const { parts: read, problems } = readLetter(text);
        expect(printLetter(read).replace(/\s/g, "")).toBe(
          text.replace(/\{\{\s*rate\s*\}\}/g, "{{rate}}").replace(/\s/g, ""),
        );
        const left = read.filter((part) => part.kind === "words").some((part) => part.words.includes("{{"));
        expect(problems.length > 0).toBe(left);
      }),
    );
  });

  test("take values as they are: what looks like a place in a value stays as it was written", () => {
    fc.assert(
      fc.property(parts, values, (list, given) => {
        const { text, missing } = fillLetter(list, given);
        expect(missing).toEqual([]);
        expect(text).toBe(
          list
            .map((part) => (part.kind === "words" ? part.words : given[part.name].replace(/\s+/g, " ").trim()))
            .join(""),
        );
      }),
    );
  });

  test("name each value that is missing once, and no other", () => {
    fc.assert(
      fc.property(parts, fc.uniqueArray(name), (list, without) => {
        const given = Object.fromEntries(
          variables.filter((known) => !without.includes(known)).map((known) => [known, "x"]),
        );
        const used = new Set(list.flatMap((part) => (part.kind === "value" ? [part.name] : [])));
        const { missing } = fillLetter(list, given);
        expect(new Set(missing)).toEqual(new Set(without.filter((known) => used.has(known))));
        expect(new Set(missing).size).toBe(missing.length);
      }),
    );
  });

  test.each([
    ["Hello {{ candidate.name }},", null],
    ["Costs {single} braces", null],
    ["Hello {{candidate.nmae}}", "{{candidate.nmae}} is not known. Choose one from the list."],
    ["Hello {{}}", "{{}} is not known. Choose one from the list."],
    ["Hello {{constructor}}", "{{constructor}} is not known. Choose one from the list."],
    [
      "Hello {{candidate.name",
      "“{{candidate.name” begins a place for a value and does not end it. Write two closing braces.",
    ],
  ])("%j is told as %j", (text, problem) => expect(letterProblem(text)).toBe(problem));

  test("a value of blanks is missing, one over two lines becomes one line", () => {
    expect(fillText("{{rate}}/{{start}}", { rate: " \n ", start: "1 March\n2027" })).toEqual({
      text: "[rate]/1 March 2027",
      missing: ["rate"],
    });
  });
});

test("each value is filled in somewhere, and names have a first word", () => {
  expect(new Set(variables.map(filledInAt))).toEqual(
    new Set(["recipient", "candidate", "requirement", "profile", "organisation"]),
  );
  expect(["Dr. Petra Vendor", "Petra", "", "Mx Sam Lee", "Van der Berg"].map(firstNameOf)).toEqual([
    "Petra",
    "Petra",
    "",
    "Sam",
    "Van",
  ]);
});
