import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOfChoices, fieldKey, plainValue, readFieldValue, type FieldDefinition } from "@/lib/records/field-rules";
import { fieldKinds } from "@/lib/records/field-kinds";

const field = (kind: FieldDefinition["kind"], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  ...{ kind, label: "Notice", choices: kind === "choice" ? ["Short", "Long"] : [], required: false },
  ...more,
});

describe("readFieldValue", () => {
  test.each([
    ["text", " two weeks ", "two weeks"],
    ["number", "12.5", 12.5],
    ["number", -3, -3],
    ["date", "2028-02-29", "2028-02-29"],
    ["boolean", false, false],
    ["choice", "Long", "Long"],
    ["link", "https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  ] as const)("%s holds %s", (kind, given, kept) => {
    const read = readFieldValue(field(kind), given);
    expect(read.ok && plainValue(read.value)).toBe(kept);
  });

  test.each([
    ["text", 3, "Notice is a text."],
    ["number", "12,5", "Notice is a number, like 12.5."],
    ["number", Number.POSITIVE_INFINITY, "Notice is a number, like 12.5."],
    ["number", 1e15, "Notice is too large."],
    ["date", "2027-02-29", "Notice is a day, like 2026-11-21."],
    ["date", "tomorrow", "Notice is a day, like 2026-11-21."],
    ["boolean", "yes", "Notice is yes or no."],
    ["choice", "Medium", "Notice is one of: Short, Long."],
    ["link", "example.com", "Notice is an address, like https://example.com."],
    ["link", "javascript:alert(1)", "Notice is an address, like https://example.com."],
    ["link", "https://exa mple.com", "Notice is an address, like https://example.com."],
    ["text", "x".repeat(501), "Notice has at most 500 characters."],
  ] as const)("%s refuses %s", (kind, given, message) => {
    expect(readFieldValue(field(kind), given)).toEqual({ ok: false, message });
  });

  test("nothing is nothing, unless the field is required", () => {
    for (const kind of fieldKinds)
      for (const given of [null, "", "  "]) {
        const read = readFieldValue(field(kind), given);
        expect(read.ok && plainValue(read.value)).toBe(null);
        expect(readFieldValue(field(kind, { required: true }), given)).toEqual({
          ok: false,
          message: "Notice is needed.",
        });
      }
  });

  test("whatever is given, at most one column is filled, and what is kept is kept again", () => {
    const given = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.date().map(String));
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), given, (kind, value) => {
        const read = readFieldValue(field(kind), value);
        if (!read.ok) return;
        const { textKey, ...columns } = read.value;
        expect(textKey === null).toBe(columns.textValue === null);
        expect(Object.values(columns).filter((column) => column !== null).length).toBeLessThanOrEqual(1);
        expect(readFieldValue(field(kind), plainValue(read.value))).toEqual(read);
      }),
    );
  });
});

test("a key is made from the label", () => {
  expect(fieldKey("Notice period (weeks)")).toBe("notice_period_weeks");
  expect(fieldKey("Größe")).toBe("große");
  expect(fieldKey("!!")).toBe("field");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (label) => {
      const bytes = Buffer.byteLength(fieldKey(label));
      expect(bytes > 0 && bytes <= 48).toBe(true);
    }),
  );
});

test("only a choice has choices, at least one and each once", () => {
  expect(faultOfChoices("choice", ["A", "B"])).toBeNull();
  expect(faultOfChoices("text", [])).toBeNull();
  expect(faultOfChoices("choice", [])).toBe("Say what one can choose from.");
  expect(faultOfChoices("choice", ["A", "A"])).toBe("A choice stands here twice.");
  expect(faultOfChoices("text", ["A"])).toBe("Only a choice has choices.");
});
