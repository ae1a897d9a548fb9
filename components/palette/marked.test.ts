import { describe, expect, it } from "vitest";
import { startOf } from "./marked";

describe("where the typed letters are marked", () => {
  it.each([
    ["Dr. Maren Oyelaran", "mar", 4],
    ["Camille Delacroix, marketing", "mar", 19],
    ["Tomás Echeverría", "tomas", 0],
    ["Grammar", "mar", 4],
    ["Sessions", "x", -1],
    ["Sessions", "", -1],
  ])("%s for %s", (text, typed, at) => {
    expect(startOf(text, typed)).toBe(at);
  });
});
