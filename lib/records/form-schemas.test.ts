import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeInput, defineInput, FieldForm, valuesForm, type FieldFormValues } from "@/lib/records/form-schemas";
import { formValue, givenValue } from "@/lib/records/form-values";
import { plainValue, readFieldValue, type FieldDefinition } from "@/lib/records/field-rules";
import { fieldKinds } from "@/lib/records/field-kinds";
import { ChangeField, DefineField } from "@/lib/records/schemas";

const id = "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e41";
const form = (more: Partial<FieldFormValues> = {}): FieldFormValues => ({
  ...{ entity: "programme", kind: "choice", label: "Reach", hint: "", required: false, expectedVersion: 3 },
  choices: [
    { key: "a", was: "Near", text: "Near" },
    { key: "b", was: "Far", text: "Far" },
  ],
  gone: [],
  ...more,
});
const problems = (values: FieldFormValues) =>
  FieldForm.safeParse(values).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("the form of a field", () => {
  test("says where a choice lacks a word, stands twice, or leaves its records alone", () => {
    const [near, far] = form().choices;
    expect(problems(form())).toEqual([]);
    expect(problems(form({ choices: [near!, { ...far!, text: " " }] }))).toEqual([
      ["choices.1.text", "A choice needs a word."],
    ]);
    expect(problems(form({ choices: [near!, { ...far!, text: "Near" }] }))).toEqual([
      ["choices", "A choice stands here twice."],
    ]);
    expect(problems(form({ choices: [near!], gone: [{ was: "Far", to: "b" }] }))).toEqual([
      ["gone.0.to", "Say what becomes of the records that hold it."],
    ]);
    // What is no choice any more has no choices to be wrong.
    expect(problems(form({ kind: "text", choices: [{ ...near!, text: "" }] }))).toEqual([]);
  });

  test("tells the command of renamed choices and of those that go away", () => {
    const [near, far] = form().choices;
    const values = form({
      choices: [far!, { ...near!, text: "Close by" }],
      gone: [
        { was: "Abroad", to: "a" },
        { was: "Nowhere", to: "-" },
      ],
    });
    expect(changeInput(id, values)).toMatchObject({
      expectedVersion: 3,
      choices: ["Far", "Close by"],
      moves: [
        { from: "Near", to: "Close by" },
        { from: "Abroad", to: "Close by" },
        { from: "Nowhere", to: "" },
      ],
    });
    expect(ChangeField.safeParse(changeInput(id, values)).success).toBe(true);
    expect(changeInput(id, form({ kind: "text" }))).toMatchObject({ choices: [], moves: [] });
    expect(DefineField.safeParse(defineInput(values)).success).toBe(true);
  });
});

describe("the form of a record's values", () => {
  const field = (kind: FieldDefinition["kind"]): FieldDefinition & { id: string } => ({
    ...{ id: kind, kind, label: "Notice", required: false, choices: kind === "choice" ? ["Near", "Far"] : [] },
  });

  test("shows a value so that it is read as the same value again", () => {
    const given = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constantFrom("Near", "2026-02-28"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), given, (kind, value) => {
        const read = readFieldValue(field(kind), value);
        if (!read.ok) return;
        const shown = formValue(plainValue(read.value));
        // Very small numbers are rounded before they are kept, so that none is written with an exponent.
        expect(readFieldValue(field(kind), givenValue(kind, shown))).toEqual(read);
      }),
    );
  });

  test("refuses at the field what the command would refuse", () => {
    const fields = fieldKinds.map(field);
    const schema = valuesForm(fields, ({ id: name }) => name);
    expect(schema.safeParse({ text: "a", number: "", date: "", boolean: "yes", choice: "Far", link: "" }).success).toBe(
      true,
    );
    const wrong = schema.safeParse({ number: "soon", date: "tomorrow", choice: "Nowhere", link: "example" });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(["number", "date", "choice", "link"]);
  });
});
