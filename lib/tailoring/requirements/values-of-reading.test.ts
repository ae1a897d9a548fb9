import { expect, test } from "vitest";
import { requirementTexts } from "@/lib/tailoring/fixtures/requirement-texts";
import { parseRequirement } from "./parse-requirement";
import { AddRequirementInput } from "./schemas";
import { valuesOfReading } from "./values-of-reading";

test("what is read of any mail fits the form, once it has a title", () => {
  for (const { text } of requirementTexts) {
    const values = valuesOfReading(parseRequirement(text), "CHF");
    const checked = AddRequirementInput.safeParse({ ...values, title: values.title || "Somebody", source: "mail" });
    expect(checked.success ? "" : JSON.stringify(checked.error.issues)).toBe("");
  }
});

test("amounts, mode and the line of each skill are as they were written", () => {
  const text = "Role: Java Developer\nLocation: Basel (remote)\nRate: CHF 92.50/hr\n\nMust have:\n5+ years of Java\n";
  const values = valuesOfReading(parseRequirement(text), "EUR");
  expect(values).toMatchObject({
    title: "Java Developer",
    rateFrom: "92.50",
    rateTo: "",
    currency: "CHF",
    ratePer: "hour",
  });
  expect(values.skills.find(({ name }) => name === "Java")).toMatchObject({
    ...{ need: "must", years: "5", evidence: expect.stringContaining("Java") as string },
  });
});
