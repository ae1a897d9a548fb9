import { DateTime } from "luxon";
import type { DemoFirm } from "@/db/seed/demo/records";
import { tellAnswered, tellBatch, tellPhone, tellSent, tellSentTogether, tellTailored } from "@/db/seed/demo/sending";
import type { PersonActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { setRequirementStatus } from "@/lib/tailoring/requirements/commands";
import { moveSubmission, planInterview, putForward } from "@/lib/tailoring/submissions/commands";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

const day = 86_400_000;

interface Told {
  requirement: string;
  candidate: string;
  /** Where it went, each step with the days ago; the first is the draft. */
  path: ReadonlyArray<readonly [SubmissionStage, number, string?]>;
  /** In how many days the interview is, or on the next weekday; at which hour, and what to know. */
  interview?: readonly [inDays: number, hour: number, note: string];
}

/** Somebody at every stage, told step by step. */
const told: readonly Told[] = [
  {
    ...{ requirement: "Staff Platform Engineer", candidate: "Daniela Ferreira Prasad" },
    path: [
      ["draft", 5],
      ["tailored", 4],
      ["sent", 4],
      ["interview", 1],
    ],
    interview: [1, 10, "Ask about the move of 63 services; she may begin in four weeks."],
  },
  {
    requirement: "Staff Platform Engineer",
    candidate: "Tobias Wennergren",
    path: [
      ["draft", 3],
      ["tailored", 2],
      ["sent", 2],
    ],
  },
  { requirement: "Staff Platform Engineer", candidate: "Samuel Achterberg", path: [["draft", 1]] },
  {
    ...{ requirement: "Senior Java Developer", candidate: "Amara Okonjo-Hughes" },
    path: [
      ["draft", 8],
      ["tailored", 7],
      ["sent", 7],
      ["interview", 4],
      ["offer", 1],
    ],
    interview: [-2, 14, "They liked the contract tests. Two days at home are fine."],
  },
  {
    ...{ requirement: "Senior Java Developer", candidate: "Piotr Zieliński" },
    path: [
      ["draft", 8],
      ["tailored", 7],
      ["sent", 7],
      ["rejected", 3, "Wants to stay near Ostrava; they need three days in Basel."],
    ],
  },
  {
    ...{ requirement: "Data Engineer", candidate: "Yusuf Demirel" },
    path: [
      ["draft", 3],
      ["tailored", 2],
      ["sent", 2],
      ["interview", 0],
    ],
    interview: [2, 16, "By video, his time is two hours ahead."],
  },
  {
    requirement: "Cloud Engineer",
    candidate: "Nadia El-Amrani",
    path: [
      ["draft", 2],
      ["tailored", 1],
    ],
  },
  {
    requirement: "Frontend Engineer",
    candidate: "Greta Lindholm",
    path: [
      ["draft", 6],
      ["tailored", 6],
      ["sent", 5],
    ],
  },
  {
    requirement: "C# Developer",
    candidate: "Rasmus Kjærgaard",
    path: [
      ["draft", 9],
      ["tailored", 9],
      ["sent", 9],
    ],
  },
  {
    ...{ requirement: "DevOps Engineer", candidate: "Samuel Achterberg" },
    path: [
      ["draft", 2],
      ["withdrawn", 1, "He works for them already."],
    ],
  },
  {
    ...{ requirement: "Python Developer", candidate: "Leila Haddad-Moreau" },
    path: [
      ["draft", 4],
      ["tailored", 4],
    ],
  },
  {
    ...{ requirement: "Test Automation Engineer", candidate: "Samuel Achterberg" },
    path: [
      ["draft", 46],
      ["tailored", 45],
      ["sent", 45],
      ["interview", 38],
      ["offer", 33],
      ["placed", 30],
    ],
  },
];

/** What was said on the phone. */
const answers = [
  "Would like to meet; asks for the notice period.",
  "Good fit. They look at two others this week.",
  "Read it with interest, comes back with a date.",
] as const;

interface Known {
  candidates: ReadonlyMap<string, string>;
  requirements: ReadonlyMap<string, string>;
}

/** Who was put forward for what, and how far each came. What is filled by now was open then. */
export async function tellSubmissions(
  firm: DemoFirm,
  recruiter: PersonActor,
  { candidates, requirements }: Known,
): Promise<void> {
  const { now } = firm;
  await tellPhone(firm, recruiter);
  const at = (ago: number, place = 0) => ({ now: new Date(now.getTime() - ago * day - (3 - place / 4) * 3_600_000) });
  for (const [nth, { requirement, candidate, path, interview }] of told.entries()) {
    const requirementId = requirements.get(requirement)!;
    const filled = requirement === "Test Automation Engineer";
    const set = (status: "open" | "filled", ago: number) =>
      execute(setRequirementStatus, recruiter, { id: requirementId, status }, at(ago));
    if (filled) await set("open", 47);
    const [[, first] = ["draft", 0], ...steps] = path;
    const { id } = (
      await execute(putForward, recruiter, { requirementId, candidateId: candidates.get(candidate)! }, at(first))
    ).output;
    for (const [place, [stage, ago, reason]] of steps.entries()) {
      const moment = at(ago, place + 1);
      if (stage === "tailored") await tellTailored(firm, recruiter, id, moment.now);
      else if (stage === "sent") await tellSent(firm, recruiter, { id, client: "Hiring team", place: nth }, moment.now);
      else {
        if (stage === "interview" || stage === "rejected")
          await tellAnswered(firm, recruiter, id, { note: answers[nth % answers.length]!, now: moment.now });
        await execute(moveSubmission, recruiter, { id, stage, reason }, moment);
      }
    }
    if (interview) {
      const [inDays, hour, note] = interview;
      const interviewAt = onWorkday(
        DateTime.fromJSDate(now, { zone: recruiter.timeZone }).plus({ days: inDays }),
        inDays < 0 ? -1 : 1,
      )
        .set({ hour, minute: 0 })
        .toFormat("yyyy-MM-dd'T'HH:mm");
      const expectedVersion = steps.length + 1;
      await execute(planInterview, recruiter, { id, expectedVersion, interviewAt, note }, at(0, 8));
    }
    if (filled) await set("filled", 16);
  }
  const together = ["Leila Haddad-Moreau", "Yusuf Demirel", "Nadia El-Amrani"].map((name) => candidates.get(name)!);
  const batch = { requirementId: requirements.get("Python Developer")!, candidateIds: together };
  const tailored = await tellBatch(firm, recruiter, batch, at(0, 2).now);
  // The third one waits to be sent.
  await tellSentTogether(recruiter, tailored.slice(0, 2), at(0, 5).now);
}

/** Nobody is interviewed on a Saturday or Sunday: the nearest weekday, earlier or later. */
function onWorkday(day: DateTime, step: 1 | -1): DateTime {
  return day.weekday > 5 ? onWorkday(day.plus({ days: step }), step) : day;
}
