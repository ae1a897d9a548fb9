import { z } from "zod";
import { faultOfChoices, readFieldValue, type FieldDefinition } from "@/lib/records/field-rules";
import { givenValue } from "@/lib/records/form-values";
import { fieldKinds } from "@/lib/records/field-kinds";
import { AddComment, type ChangeField, DefineField } from "@/lib/records/schemas";

/*
 * The forms' side of the inputs: choices are rows that know what they were called, values are texts until they are read.
 */

/** A choice as a row of the form; `was` is its name so far, empty for a new one. */
const ChoiceRow = z.strictObject({
  key: z.string(),
  was: z.string(),
  text: z.string().trim().max(80, "A choice has at most 80 characters."),
});

/** A choice that goes away; `to` is the row that takes its records, "-" to empty them, "" while nobody has said. */
const GoneChoice = z.strictObject({
  was: z.string(),
  to: z.string().min(1, "Say what becomes of the records that hold it."),
});

export const FieldForm = z
  .strictObject({
    entity: z.string().min(1, "Choose on which records."),
    kind: z.enum(fieldKinds, "Choose what the field holds."),
    label: DefineField.shape.label,
    hint: z.string().trim().max(200, "A hint has at most 200 characters."),
    required: z.boolean(),
    choices: z.array(ChoiceRow).max(50, "A field has at most 50 choices."),
    gone: z.array(GoneChoice),
    expectedVersion: z.number(),
  })
  .superRefine(({ kind, choices, gone }, context) => {
    if (kind !== "choice") return;
    choices.forEach(({ text }, at) => {
      if (!text) context.addIssue({ code: "custom", path: ["choices", at, "text"], message: "A choice needs a word." });
    });
    const fault = faultOfChoices(kind, namesOf(choices));
    if (fault) context.addIssue({ code: "custom", path: ["choices"], message: fault });
    gone.forEach(({ to }, at) => {
      if (to !== "-" && !choices.some(({ key }) => key === to))
        context.addIssue({
          code: "custom",
          path: ["gone", at, "to"],
          message: "Say what becomes of the records that hold it.",
        });
    });
  });
export type FieldFormValues = z.infer<typeof FieldForm>;

const namesOf = (choices: FieldFormValues["choices"]): string[] =>
  choices.map(({ text }) => text.trim()).filter(Boolean);

/** What the form asks `records.defineField` for. */
export const defineInput = ({
  entity,
  kind,
  label,
  hint,
  required,
  choices,
}: FieldFormValues): z.input<typeof DefineField> => ({
  ...{ entity, kind, label, hint, required },
  choices: kind === "choice" ? namesOf(choices) : [],
});

/** What the form asks `records.changeField` for: renamed choices take their records along. */
export function changeInput(id: string, values: FieldFormValues): z.input<typeof ChangeField> {
  const { kind, label, hint, required, choices, gone, expectedVersion } = values;
  const textOf = new Map(choices.map(({ key, text }) => [key, text.trim()]));
  return {
    ...{ id, kind, label, hint, required, expectedVersion },
    choices: kind === "choice" ? namesOf(choices) : [],
    moves:
      kind === "choice"
        ? [
            ...choices.flatMap(({ was, text }) => (was && was !== text.trim() ? [{ from: was, to: text.trim() }] : [])),
            ...gone.map(({ was, to }) => ({ from: was, to: to === "-" ? "" : (textOf.get(to) ?? "") })),
          ]
        : [],
  };
}

/** The schema of a form with one text for each field, under the names that `nameOf` gives. */
export const valuesForm = <Field extends FieldDefinition>(fields: readonly Field[], nameOf: (field: Field) => string) =>
  z.record(z.string(), z.string()).superRefine((values, context) => {
    for (const field of fields) {
      const read = readFieldValue(field, givenValue(field.kind, values[nameOf(field)] ?? ""));
      if (!read.ok) context.addIssue({ code: "custom", path: [nameOf(field)], message: read.message });
    }
  });

/** What one writes on a record. */
export const CommentForm = z.strictObject({ body: AddComment.shape.body });
