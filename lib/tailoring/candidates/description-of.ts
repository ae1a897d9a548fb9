import type { ResumeReading } from "@/lib/resumes/types";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { skillsOfReading } from "./skills-of-reading";

/** What a reading says of whom it is about, as `tailoring.describeCandidate` takes it: the present position is the headline. */
export function descriptionOf({ contacts, roles, ...reading }: ResumeReading, at: Date, own: readonly OwnTechnology[]) {
  const present = roles.find(({ period }) => period?.current) ?? roles[0];
  const within = (text: string | null | undefined, most: number) => text?.trim().slice(0, most) || null;
  return {
    skills: skillsOfReading({ contacts, roles, ...reading }, at.toISOString().slice(0, 7), own).slice(0, 400),
    name: within(contacts.name, 120),
    headline: within(present?.title, 160),
    phone: within(contacts.phones[0], 40),
    location: within(contacts.location, 120),
  };
}
