/** How one turned to somebody. */
export const outreachKinds = ["mail", "message", "call", "meeting"] as const;
export type OutreachKind = (typeof outreachKinds)[number];
