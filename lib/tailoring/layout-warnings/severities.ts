/** `high`: what is said there is likely lost. `medium`: it may be read wrongly. `low`: a habit of readers, rarely a fault. */
export type Severity = "high" | "medium" | "low";

export type LayoutWarningCode = keyof typeof severities;

/** All warnings; what is wrong and what to do about it stands under their codes in messages/<language>/tailor.json, `layout`. */
export const severities = {
  "contacts-outside-text": "high",
  "no-mail": "high",
  "no-phone": "medium",
  "hidden-text": "high",
  "tracked-changes": "high",
  "text-boxes": "high",
  "roles-in-tables": "high",
  tables: "low",
  columns: "medium",
  pictures: "low",
  "unusual-headings": "medium",
  "no-experience-heading": "medium",
  "unreadable-dates": "medium",
  "symbol-bullets": "medium",
  "typed-bullets": "low",
  "small-text": "medium",
  "unusual-fonts": "low",
  comments: "medium",
  "many-pages": "low",
  "file-name": "low",
} as const satisfies Record<string, Severity>;
