import { describe, expect, it } from "vitest";
import { initialsOf } from "./initials";

describe("initials", () => {
  it.each([
    ["Judith Okafor-Lindqvist", "JO"],
    ["Dr. Maren Oyelaran", "MO"],
    ["Joanna van der Westhuizen", "JW"],
    ["Tomás Echeverría Ibáñez", "TI"],
    ["Sade", "S"],
    ["  ", "?"],
    ["ليلى حداد", "لح"],
    ["李小龙", "李"],
  ])("%s becomes %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
