import { z } from "zod";
import { fieldKinds } from "@/lib/records/field-kinds";

/** A record of any module, by what it is and which. */
export const RecordReference = z.strictObject({
  entity: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, "This kind of record is not known."),
  entityId: z.uuid("This record is not known."),
});
export type RecordReference = z.infer<typeof RecordReference>;

const viewName = z.string().trim().min(1, "Give the view a name.").max(80, "A name has at most 80 characters.");

const viewState = z.string().max(2000, "These filters are too long to keep.");

export const SaveView = z.strictObject({ list: z.string().max(80), name: viewName, state: viewState });
export const RenameView = z.strictObject({ id: z.uuid(), name: viewName });
export const UpdateView = z.strictObject({ id: z.uuid(), state: viewState });
/** The view with which the person opens a list from now on; none: as it opens for everybody. */
export const DefaultView = z.strictObject({ list: z.string().max(80), viewId: z.uuid().nullable() });
export const ViewId = z.strictObject({ id: z.uuid() });
export const ShareView = z.strictObject({
  id: z.uuid(),
  /** With whom: only the owner, everybody in the organisation, or one of the owner's teams. */
  with: z.enum(["nobody", "everybody", "team"]),
  teamId: z.uuid().optional(),
});

const commentBody = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(5000, "A comment has at most 5,000 characters.");

/** Colleagues whom the comment addresses; they are told. */
const mentions = z.array(z.uuid()).max(20, "A comment addresses at most 20 colleagues.").default([]);

export const AddComment = RecordReference.extend({ body: commentBody, mentions });
export const EditComment = z.strictObject({
  id: z.uuid(),
  body: commentBody,
  mentions,
  expectedVersion: z.int().min(1),
});
export const CommentId = z.strictObject({ id: z.uuid() });

const fieldShape = {
  label: z.string().trim().min(1, "Give the field a label.").max(80, "A label has at most 80 characters."),
  hint: z.string().trim().max(200, "A hint has at most 200 characters.").default(""),
  choices: z
    .array(z.string().trim().min(1, "A choice needs a word.").max(80, "A choice has at most 80 characters."))
    .max(50, "A field has at most 50 choices.")
    .default([]),
  required: z.boolean().default(false),
};

export const DefineField = z.strictObject({
  entity: RecordReference.shape.entity,
  kind: z.enum(fieldKinds, "Choose what the field holds."),
  ...fieldShape,
});
export const ChangeField = z.strictObject({
  id: z.uuid(),
  expectedVersion: z.int().min(1),
  ...fieldShape,
  /** Another kind: values are carried over, or the change is refused. Absent: as it is. */
  kind: z.enum(fieldKinds, "Choose what the field holds.").optional(),
  /** What becomes of records that hold a choice which is renamed or taken away; "" empties them. */
  moves: z
    .array(z.strictObject({ from: z.string().max(80), to: z.string().trim().max(80) }))
    .max(50)
    .default([]),
});
export const FieldId = z.strictObject({ id: z.uuid() });
export const OrderFields = z.strictObject({
  entity: RecordReference.shape.entity,
  /** All fields of this kind of record that are in use, first to last. */
  ids: z.array(z.uuid()).max(100),
});

export const SetFieldValues = RecordReference.extend({
  values: z
    .array(
      z.strictObject({
        fieldId: z.uuid(),
        value: z.union([z.string().max(5000, "This is too long."), z.number(), z.boolean(), z.null()]),
        /** Version of the value that was shown; 0 where there was none. */
        expectedVersion: z.int().min(0),
      }),
    )
    .min(1)
    .max(100),
});

export const Timeline = RecordReference.extend({
  after: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).optional(),
});

export const FindWords = z.strictObject({
  words: z.string().max(200, "Search for something shorter."),
  /** Only these kinds of records. */
  entities: z.array(RecordReference.shape.entity).max(20).optional(),
  limit: z.int().min(1).max(50).optional(),
});
