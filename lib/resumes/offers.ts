import type { ResumeReading, YearMonth } from "@/lib/resumes/types";

/** A contact detail that a resume names. */
export interface ContactOffer {
  kind: "contact";
  field: "name" | "email" | "phone" | "location" | "linkedin" | "github" | "website";
  value: { text: string };
}

/** A position that a resume names. The keys sort: `YYYY-MM`, "9999-12" for now, empty where nothing is said. */
export interface RoleOffer {
  kind: "role";
  field: null;
  value: { title: string; employer: string; starts: string; ends: string; startsKey: string; endsKey: string };
}

/** A section whose words a profile can carry. */
export interface SectionOffer {
  kind: "section";
  field: "summary" | "education" | "skills" | "projects" | "certifications" | "other";
  value: { title: string; body: string };
}

export type Offer = (ContactOffer | RoleOffer | SectionOffer) & {
  /** Percent. */
  confidence: number;
  /** What it rests on, as short phrases. */
  evidence: string;
};

/** What a reading offers for a profile, in the order in which a person decides: contact data, roles, sections. */
export function offersOf(reading: ResumeReading): Offer[] {
  return [...contactOffers(reading), ...roleOffers(reading), ...sectionOffers(reading)];
}

function contactOffers({ contacts }: ResumeReading): Offer[] {
  const found = (field: ContactOffer["field"], text: string | null | undefined): Offer[] =>
    text ? [{ kind: "contact", field, value: { text }, confidence: 90, evidence: "" }] : [];
  return [
    ...found("name", contacts.name),
    ...found("email", contacts.emails[0]),
    ...found("phone", contacts.phones[0]),
    ...found("location", contacts.location),
    ...contacts.links.flatMap((link) => found(link.kind, link.url)),
  ];
}

function roleOffers({ roles }: ResumeReading): Offer[] {
  return roles
    .filter(({ title, employer }) => title ?? employer)
    .map((role) => ({
      kind: "role" as const,
      field: null,
      value: {
        title: role.title ?? "",
        employer: role.employer ?? "",
        starts: role.start ?? "",
        ends: role.end ?? "",
        startsKey: sortKey(role.period?.start ?? null),
        endsKey: role.period?.current ? "9999-12" : sortKey(role.period?.end ?? null),
      },
      confidence: Math.round(role.confidence * 100),
      evidence: role.evidence
        .filter(({ weight }) => weight > 0)
        .map(({ cue }) => cue)
        .slice(0, 3)
        .join(", "),
    }));
}

function sectionOffers({ sections, paragraphs }: ResumeReading): Offer[] {
  return sections.flatMap((section) => {
    if (section.kind === "experience" || section.kind === "other") return [];
    const body = paragraphs
      .filter(({ index, copy }) => index > section.heading && index < section.end && copy !== "fallback")
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join("\n")
      .slice(0, 8000);
    if (!body) return [];
    return [
      {
        kind: "section" as const,
        field: section.kind,
        value: { title: section.title.trim().slice(0, 200), body },
        confidence: Math.round(section.confidence * 100),
        evidence: "",
      },
    ];
  });
}

function sortKey(moment: YearMonth | null): string {
  if (!moment) return "";
  return `${String(moment.year).padStart(4, "0")}-${String(moment.month ?? 1).padStart(2, "0")}`;
}
