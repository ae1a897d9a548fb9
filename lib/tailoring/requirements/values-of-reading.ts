import { amountText } from "./amounts";
import type { Evidence, Found, ReadRequirement } from "./requirement";
import { mostSkills } from "./most-skills";
import type { RequirementFields } from "./schemas";

/** What was read of a requirement as its form holds it, to be checked by a person. What was not said stays empty. */
export function valuesOfReading(
  read: ReadRequirement,
  currency: string,
): Required<Omit<RequirementFields, "source" | "sourceFileId">> {
  const said = (found: Found<string> | null, most = 160) => found?.value.slice(0, most) ?? "";
  const rate = read.rate?.value;
  return {
    title: said(read.title),
    clientName: said(read.client),
    vendorName: said(read.vendor),
    vendorContact: said(read.contact.name),
    vendorEmail: said(read.contact.email, 254),
    vendorPhone: said(read.contact.phone, 60),
    place: said(read.place),
    workMode: read.workplace
      ? ({ remote: "remote", hybrid: "hybrid", onsite: "on-site" } as const)[read.workplace.value]
      : "",
    rateFrom: amountText(rate?.from ?? null),
    rateTo: amountText(rate?.to !== rate?.from ? (rate?.to ?? null) : null),
    currency: rate?.currency ?? currency,
    ratePer: rate?.per ?? "hour",
    startsOn: read.start?.value.date ?? "",
    candidatesBy: "",
    teamId: "",
    description: read.text.trim().slice(0, 40_000),
    skills: read.skills.slice(0, mostSkills).map(({ technology, need, years, evidence }) => ({
      ...{ name: technology.slice(0, 60), need },
      years: years === null || years > 40 ? "" : String(years),
      evidence: wordsOf(read.text, evidence),
    })),
  };
}

/** The first line that asks for it; a subject counts only where there is no other. */
function wordsOf(text: string, evidence: readonly Evidence[]): string {
  const lines = evidence.map((one) => lineOf(text, one));
  return lines.find((line) => !/^(?:subject|betreff|objet|asunto|oggetto|assunto)\s*:/i.test(line)) ?? lines[0] ?? "";
}

/** The line in which a skill is asked for; of a long one what stands around it. */
function lineOf(text: string, { at, length }: Evidence): string {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(from, end < 0 ? text.length : end).replace(/^[\s\-–•·*]+|\s+$/g, "");
  if (line.length <= 160) return line;
  const start = Math.max(at - 70, from);
  return `${start > from ? "…" : ""}${text
    .slice(start, at + length + 70)
    .split("\n")[0]!
    .trim()}…`;
}
