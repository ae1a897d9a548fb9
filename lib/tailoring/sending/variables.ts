/** What can stand between double braces in a letter, in the order in which it is offered. */
export const variables = [
  "recipient.name",
  "recipient.firstName",
  "candidate.name",
  "candidate.firstName",
  "candidates.names",
  "candidates.count",
  "candidates.list",
  "requirement.title",
  "requirement.client",
  "requirement.place",
  "vendor.name",
  "vendor.contact",
  "rate",
  "start",
  "skills",
  "recruiter.name",
  "recruiter.firstName",
  "recruiter.phone",
  "recruiter.email",
  "organisation.name",
] as const;

export type VariableName = (typeof variables)[number];

/** On which page a value is filled in that is missing. */
export type FilledIn = "recipient" | "candidate" | "requirement" | "profile" | "organisation";

/** Where each value comes from. */
export function filledInAt(name: VariableName): FilledIn {
  if (name.startsWith("recipient.")) return "recipient";
  if (/^candidates?\./.test(name)) return "candidate";
  if (name.startsWith("recruiter.")) return "profile";
  if (name.startsWith("organisation.")) return "organisation";
  return "requirement";
}

/** The first word of a name; of a name with a title before it, the one after. */
export const firstNameOf = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return (words.length > 1 && /^(?:dr|prof|mr|mrs|ms|mx|herr|frau)\.?$/i.test(words[0]!) ? words[1] : words[0]) ?? "";
};
