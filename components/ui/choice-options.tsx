import type { Choice } from "@/lib/platform/place-choices";

/** The options of a native list. */
export function ChoiceOptions({ choices, none }: { choices: readonly Choice[]; none?: string }) {
  return (
    <>
      {none === undefined ? null : <option value="">{none}</option>}
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}
