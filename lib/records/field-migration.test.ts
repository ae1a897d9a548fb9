import fc from "fast-check";
import { expect, test } from "vitest";
import { migrateValues } from "@/lib/records/field-migration";
import { plainValue, readFieldValue, type FieldDefinition } from "@/lib/records/field-rules";
import { fieldKinds } from "@/lib/records/field-kinds";

const choices = ["Near", "Far", "Anywhere"];
const field = (kind: FieldDefinition["kind"]): FieldDefinition => ({
  kind,
  label: "Reach",
  choices: kind === "choice" ? choices : [],
  required: false,
});

const given = fc.oneof(
  fc.constantFrom(...choices, "", null, true, false, "https://example.com/a"),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc
    .date({ noInvalidDate: true, min: new Date("1000-01-01"), max: new Date("9999-12-31") })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.string({ maxLength: 40 }),
);

/** A field of a kind with values that it holds. */
const filled = fc.constantFrom(...fieldKinds).chain((kind) =>
  fc.array(given, { maxLength: 8 }).map((values) => ({
    before: field(kind),
    stored: values.flatMap((value) => {
      const read = readFieldValue(field(kind), value);
      return read.ok ? [read.value] : [];
    }),
  })),
);

test("values are all carried over, each readable under the new definition, or the change is refused", () => {
  fc.assert(
    fc.property(filled, fc.constantFrom(...fieldKinds), ({ before, stored }, kind) => {
      const after = field(kind);
      const migrated = migrateValues(before, after, [], stored);
      if (!migrated.ok) {
        expect(migrated.message.length).toBeGreaterThan(20);
        return;
      }
      migrated.values.forEach((value, at) => {
        const now = value ?? stored[at]!;
        const was = plainValue(stored[at]!);
        // Nothing is lost on the way, and what stands there now is what the new definition would read.
        expect(plainValue(now) === null).toBe(was === null);
        expect(readFieldValue(after, plainValue(now))).toEqual({ ok: true, value: now });
      });
    }),
  );
});

test("everything can become a text, and comes back", () => {
  fc.assert(
    fc.property(filled, ({ before, stored }) => {
      const text = migrateValues(before, field("text"), [], stored);
      if (!text.ok) throw new Error(text.message);
      const texts = text.values.map((value, at) => value ?? stored[at]!);
      const back = migrateValues(field("text"), before, [], texts);
      if (!back.ok) throw new Error(back.message);
      expect(back.values.map((value, at) => value ?? texts[at]!)).toEqual(stored);
    }),
  );
});

test("a choice that goes away takes no value with it unasked", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...choices), { minLength: 1 }),
      fc.subarray(choices, { minLength: 1 }),
      fc.dictionary(fc.constantFrom(...choices), fc.constantFrom("", ...choices)),
      (held, left, wanted) => {
        const stored = held.map((choice) => {
          const read = readFieldValue(field("choice"), choice);
          if (!read.ok) throw new Error(read.message);
          return read.value;
        });
        const moves = Object.entries(wanted).map(([from, to]) => ({ from, to }));
        const after = { ...field("choice"), choices: left };
        const migrated = migrateValues(field("choice"), after, moves, stored);
        const endOf = (choice: string) => wanted[choice] ?? choice;
        const fine = moves.every(({ to }) => to === "" || left.includes(to));
        expect(migrated.ok).toBe(fine && held.every((choice) => endOf(choice) === "" || left.includes(endOf(choice))));
        if (migrated.ok)
          expect(migrated.values.map((value, at) => plainValue(value ?? stored[at]!) ?? "")).toEqual(held.map(endOf));
      },
    ),
  );
});
