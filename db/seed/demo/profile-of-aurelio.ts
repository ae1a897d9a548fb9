import type { PersonActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { addPosition, addSection } from "@/lib/resumes/profile/by-hand";
import { writeProfile } from "@/lib/resumes/profile/commands";

/** The profile of the executive whose desk the demo offers, filled as one would fill it. */
export async function profileOfAurelio(self: PersonActor, now: Date): Promise<void> {
  const positions = [
    { title: "Vice President Operations", employer: "Lindqvarn Logistics", starts: "2017", ends: "2026" },
    { title: "Director, Rotterdam Hub", employer: "Lindqvarn Logistics", starts: "2012", ends: "2017" },
    { title: "Operations Manager", employer: "Brantholm Foods", starts: "2006", ends: "2012" },
  ];
  for (const position of positions) await execute(addPosition, self, { personId: self.personId, ...position }, { now });
  const education = "Politecnico di Milano, mechanical engineering, 2003\nIMD Lausanne, advanced management, 2015";
  await execute(addSection, self, { personId: self.personId, kind: "education", title: "", body: education }, { now });
  await execute(
    writeProfile,
    self,
    {
      personId: self.personId,
      expectedVersion: 0,
      headline: "Operations for networks of warehouses and plants, across five countries",
      workFunction: "operations",
      careerLevel: "senior",
      industry: "Logistics",
      experienceYears: 20,
      languages: [
        { code: "it", level: "native" },
        { code: "en", level: "C2" },
        { code: "de", level: "B2" },
      ],
      locations: ["Basel", "Zürich", "Rotterdam"],
      relocation: "abroad",
      noticeWeeks: 4,
      targetPay: { minor: 26_000_000, currency: "CHF" },
      goals:
        "A company that makes things and wants to deliver them better. Responsibility for people and a budget.\nNot again: a headquarters far from the plants.",
    },
    { now },
  );
}
