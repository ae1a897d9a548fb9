import { expect, test } from "vitest";
import { readPasted } from "./read-pasted";

test("what is pasted is read as JSON where it is JSON, and as people write it else", () => {
  const groups = [{ technology: "Java", points: ["Built one thing."] }];
  expect(readPasted('[{ "technology": "Java", "points": ["Built one thing."] }]').groups).toEqual(groups);
  expect(readPasted('{ "Java": ["Built one thing."] }').groups).toEqual(groups);
  expect(readPasted("Java:\n- Built one thing.").groups).toEqual(groups);
  expect(readPasted("[draft] Java:\n- Built one thing.").problems.map(({ code }) => code)).not.toContain("not-json");
});

test("an organisation's own technologies are told from points by any of their names", () => {
  const text = "Java:\n- Built one thing.\n\nkite hub - Ran it for nine teams";
  const namesWith = (...own: Parameters<typeof readPasted>[1][]) =>
    readPasted(text, ...own).groups.map((group) => group.technology);
  expect(namesWith([{ name: "Kitewright", aliases: ["Kite Hub"] }])).toEqual(["Java", "kite hub"]);
  expect(namesWith()).toEqual(["Java"]);
});
