import {
  nothing,
  plainValue,
  readFieldValue,
  type FieldDefinition,
  type PlainValue,
  type TypedValue,
} from "@/lib/records/field-rules";

/** What becomes of the records that hold a choice: another choice, or nothing ("" ). */
export interface ChoiceMove {
  from: string;
  to: string;
}

/** What happens to one stored value; null when it stays as it is. */
export type MigratedValues =
  | { ok: true; values: Array<TypedValue | null> }
  | { ok: false; field: "kind" | "choices" | "moves"; message: string };

const kindWords = {
  text: "texts",
  number: "numbers",
  date: "days",
  boolean: "yes or no",
  choice: "among the choices",
  link: "addresses",
} as const;

/**
 * What a changed definition does to the values that are stored: they are carried over, each of them, or the change is refused
 * with the reason. Nothing is dropped that nobody chose to drop.
 */
export function migrateValues(
  before: FieldDefinition,
  after: FieldDefinition,
  moves: readonly ChoiceMove[],
  stored: readonly TypedValue[],
): MigratedValues {
  const wrong = moves.find(({ to }) => to !== "" && !after.choices.includes(to));
  if (wrong) return { ok: false, field: "moves", message: `“${wrong.to}” is not among the choices.` };
  const movedTo = new Map(moves.map(({ from, to }) => [from, to]));
  const target = { ...after, required: false };
  const left: PlainValue[] = [];
  const values = stored.map((value): TypedValue | null => {
    const was = plainValue(value);
    if (was === null) return null;
    const now = before.kind === "choice" && typeof was === "string" ? (movedTo.get(was) ?? was) : was;
    if (now === "") return nothing;
    if (now === was && before.kind === after.kind && (after.kind !== "choice" || after.choices.includes(String(now))))
      return null;
    const read = readFieldValue(target, asGiven(now, after));
    if (read.ok) return read.value;
    left.push(was);
    return null;
  });
  if (left.length === 0) return { ok: true, values };
  const example = left[0] === true ? "Yes" : left[0] === false ? "No" : String(left[0]);
  return before.kind === "choice" && after.kind === "choice"
    ? {
        ok: false,
        field: "choices",
        message: `“${example}” still stands in ${left.filter((value) => value === left[0]).length === 1 ? "a record" : `${left.filter((value) => value === left[0]).length} records`}. Say what becomes of it.`,
      }
    : {
        ok: false,
        field: "kind",
        message: `${left.length} of ${stored.length} stored values are not ${kindWords[after.kind]}, like “${example}”. Change those first, or keep what the field holds.`,
      };
}

/** A value of one kind, or a text from a file, as somebody would give it for another kind. */
export function asGiven(
  value: string | number | boolean,
  { kind, choices }: Pick<FieldDefinition, "kind" | "choices">,
): PlainValue {
  if (kind === "boolean") {
    const word = String(value).toLowerCase();
    if (["yes", "true", "1"].includes(word)) return true;
    return ["no", "false", "0"].includes(word) ? false : value;
  }
  const text = value === true ? "Yes" : value === false ? "No" : String(value);
  if (kind === "choice") return choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text;
  return text;
}
