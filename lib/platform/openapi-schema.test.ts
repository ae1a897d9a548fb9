import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inputOfSearch, jsonSchemaOf } from "@/lib/platform/openapi-schema";

const Input = z.strictObject({
  words: z.string().trim().max(10, "Too long."),
  limit: z.int().min(1).max(50).optional(),
  open: z.boolean().optional(),
  kinds: z.array(z.string()).optional(),
  place: z.strictObject({ x: z.number() }).optional(),
});

describe("inputOfSearch", () => {
  const read = (search: string) => inputOfSearch(Input, new URLSearchParams(search));

  test("reads each value as its type says", () => {
    expect(read('words=12&limit=5&open=true&kinds=a&kinds=b&place={"x":1}')).toEqual({
      ...{ words: "12", limit: 5, open: true, kinds: ["a", "b"], place: { x: 1 } },
    });
  });

  test("leaves to the schema what does not read, and unknown keys", () => {
    const wrong = read("words=a&limit=many&open=perhaps&place=here&more=1");
    expect(wrong).toEqual({ words: "a", limit: "many", open: "perhaps", place: "here", more: "1" });
    expect(Input.safeParse(wrong).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "limit",
      "open",
      "place",
      "",
    ]);
  });

  test("takes an input that is no object from one parameter", () => {
    expect(inputOfSearch(z.union([z.string(), z.number()]), new URLSearchParams("input=5"))).toBe(5);
  });
});

test("a schema says what it takes, with transformations left open", () => {
  const schema = jsonSchemaOf(z.strictObject({ at: z.string().transform((text) => text.length), when: z.date() }));
  expect(schema).toMatchObject({ type: "object", additionalProperties: false, required: ["at", "when"] });
  expect(schema).not.toHaveProperty("$schema");
});
