import type { LetterValues } from "./letter-text";
import { firstNameOf } from "./variables";

/**
 * Values of one letter about several candidates for one requirement. What is one candidate's alone has none, so that a letter that names it is
 * not sent. At least one is given. `locale` is one to write in, as `formatsLocale` gives it.
 */
export function valuesTogether(each: readonly LetterValues[], locale: string): LetterValues {
  const one = new Set(["candidate.name", "candidate.firstName", "skills"]);
  const shared = Object.fromEntries(Object.entries(each[0]!).filter(([name]) => !one.has(name)));
  const all = (name: keyof LetterValues): string[] => each.map((values) => values[name] ?? "");
  return {
    ...shared,
    "candidates.names": namesInWords(all("candidates.names"), locale),
    "candidates.count": String(each.length),
    "candidates.list": all("candidates.list").join("\n"),
  };
}

/** "Ada, Ben and Cleo". */
export const namesInWords = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(names);

/** All values of a letter to somebody. */
export const valuesTo = (values: LetterValues, recipient: { name: string }): LetterValues => ({
  ...values,
  "recipient.name": recipient.name,
  "recipient.firstName": firstNameOf(recipient.name),
});
