import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionedIn, mentionParts, openMention, readersMatching, type Reader } from "./mentions";

const readers: Reader[] = [
  { id: "1", name: "Judith Okafor-Lindqvist" },
  { id: "2", name: "Ann" },
  { id: "3", name: "Ann Berg (HR)" },
];

test("an @ at the beginning of a word opens the list, one within a word does not", () => {
  expect(openMention("Ask @ju", 7)).toEqual({ start: 4, words: "ju" });
  expect(openMention("@", 1)).toEqual({ start: 0, words: "" });
  expect(openMention("judith@example.com", 18)).toBeNull();
  expect(openMention("Ask @ju\nnow", 11)).toBeNull();
});

test("colleagues are found by the beginning of any part of the name", () => {
  const found = (typed: string) => readersMatching(readers, typed).map(({ id }) => id);
  expect(found("")).toEqual(["1", "2", "3"]);
  expect(found("OKA")).toEqual(["1"]);
  expect(found("ann")).toEqual(["2", "3"]);
  expect(found("kafor")).toEqual([]);
  expect(found("Judith Okafor-Lindqvist ")).toEqual([]);
});

test("who is no longer named is no longer addressed", () => {
  expect(mentionedIn("@Ann Berg (HR), look", readers)).toEqual(["2", "3"]);
  expect(mentionedIn("Ann, look", readers)).toEqual([]);
});

test("the parts of a text are the text, with the longest name whole", () => {
  expect(mentionParts("To @Ann Berg (HR).", readers)).toEqual([
    { text: "To ", mention: false },
    { text: "@Ann Berg (HR)", mention: true },
    { text: ".", mention: false },
  ]);
  const piece = fc.oneof(fc.string(), fc.constantFrom(...readers.map(({ name }) => `@${name}`)));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect(
        mentionParts(text, readers)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
