import type { ResumeReading } from "@/lib/resumes/types";

/** What the reading says of each paragraph. */
export interface Places {
  header: Map<number, number>;
  bullet: Map<number, number>;
  environment: Map<number, number>;
  heading: Map<number, ResumeReading["sections"][number]>;
}

/** A heading that begins a role's header counts as header. */
export function placesOf({ roles, sections }: ResumeReading): Places {
  const place: Places = { header: new Map(), bullet: new Map(), environment: new Map(), heading: new Map() };
  roles.forEach((role, index) => {
    for (const paragraph of role.headerParagraphs) if (!place.header.has(paragraph)) place.header.set(paragraph, index);
    for (const paragraph of role.bullets) if (!place.bullet.has(paragraph)) place.bullet.set(paragraph, index);
    if (role.environment !== null) place.environment.set(role.environment, index);
  });
  for (const section of sections) if (!place.header.has(section.heading)) place.heading.set(section.heading, section);
  return place;
}
