/** What a field of the organisation's own can hold. */
export const fieldKinds = ["text", "number", "date", "boolean", "choice", "link"] as const;
export type FieldKind = (typeof fieldKinds)[number];
