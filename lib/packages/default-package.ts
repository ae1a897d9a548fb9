import type { SessionKind, SignOff } from "@/lib/packages/schemas";

/**
 * The plan with which an organisation starts: eight phases from the first conversation to the landing. Days are what
 * outplacement firms usually plan for an executive; an organisation edits its own.
 */
export interface PlannedTask {
  title: string;
  details?: string;
  owner: "executive" | "consultant";
  /** Business days after the phase begins. */
  dueInDays?: number;
  mandatory?: boolean;
  evidence?: "none" | "text" | "file";
  plannedHours?: number;
  signOff?: SignOff;
}

export interface PlannedPhase {
  key: string;
  name: string;
  usualDays: number;
  tasks: readonly PlannedTask[];
}

export const defaultPhases: readonly PlannedPhase[] = [
  {
    key: "intake",
    name: "Intake",
    usualDays: 10,
    tasks: [
      {
        title: "First conversation",
        plannedHours: 1.5,
        owner: "consultant",
        dueInDays: 1,
        details: "Listen first. Agree on how you work together.",
      },
      {
        title: "Say what happened and what you need now",
        plannedHours: 1,
        details: "A few sentences are enough. Only you and your consultant read them.",
        owner: "executive",
        dueInDays: 3,
        evidence: "text",
      },
      {
        title: "Upload your latest resume",
        plannedHours: 0.5,
        details: "It need not be good. We read dates and roles from it, so that you type less.",
        owner: "executive",
        dueInDays: 4,
        mandatory: false,
      },
    ],
  },
  {
    key: "assessment",
    name: "Assessment",
    usualDays: 14,
    tasks: [
      {
        title: "Write down ten achievements with their figures",
        plannedHours: 4,
        details: "What was there before, what you did, what was different afterwards. Small ones count.",
        owner: "executive",
        dueInDays: 5,
        evidence: "text",
      },
      {
        title: "Ask three colleagues what they came to you for",
        plannedHours: 2,
        details: "One question, by phone or in writing. Their words are often better than ours.",
        owner: "executive",
        dueInDays: 7,
        mandatory: false,
      },
      { title: "Talk through strengths and how they show", plannedHours: 1.5, owner: "consultant", dueInDays: 10 },
    ],
  },
  {
    key: "plan",
    name: "Career plan",
    usualDays: 14,
    tasks: [
      {
        title: "Name two target roles and why",
        plannedHours: 3,
        signOff: "consultant",
        details: "One that is close to what you did, and one that you would choose if nothing stood in the way.",
        owner: "executive",
        dueInDays: 5,
        evidence: "text",
      },
      {
        title: "List twenty companies worth a conversation",
        plannedHours: 4,
        details: "Not only those with an open position: also those whose work you understand.",
        owner: "executive",
        dueInDays: 9,
      },
      { title: "Agree on the plan", plannedHours: 1.5, signOff: "executive", owner: "consultant", dueInDays: 10 },
    ],
  },
  {
    key: "resume",
    name: "Resume and profile",
    usualDays: 18,
    tasks: [
      {
        title: "New resume, first version",
        plannedHours: 6,
        signOff: "consultant",
        details: "Two pages. The last ten years take most of the room. It is a draft to talk about.",
        owner: "executive",
        dueInDays: 5,
        evidence: "file",
      },
      { title: "Review the resume", plannedHours: 2, owner: "consultant", dueInDays: 7 },
      {
        title: "Bring your online profile in line with it",
        plannedHours: 2,
        details: "Same titles, same dates, a headline that says what you look for.",
        owner: "executive",
        dueInDays: 11,
        mandatory: false,
      },
    ],
  },
  {
    key: "interviews",
    name: "Interview training",
    usualDays: 18,
    tasks: [
      {
        title: "Three stories: situation, what you did, result",
        plannedHours: 4,
        signOff: "consultant",
        details: "Two minutes each when told aloud. One of them may be about something that went wrong.",
        owner: "executive",
        dueInDays: 5,
        evidence: "text",
      },
      { title: "Practice interview", plannedHours: 1.5, owner: "consultant", dueInDays: 10 },
    ],
  },
  {
    key: "networking",
    name: "Networking",
    usualDays: 21,
    tasks: [
      {
        title: "List forty people who know your work",
        plannedHours: 2,
        details: "Former colleagues, customers, suppliers, people you studied with. Do not judge yet who could help.",
        owner: "executive",
        dueInDays: 4,
      },
      {
        title: "Write to the first ten",
        plannedHours: 3,
        details: "Ask for a conversation, not for a job. Five lines, one question.",
        owner: "executive",
        dueInDays: 7,
        evidence: "text",
      },
      { title: "Look at what came back", plannedHours: 1, owner: "consultant", dueInDays: 13 },
    ],
  },
  {
    key: "search",
    name: "Search and offers",
    usualDays: 60,
    tasks: [
      {
        title: "Five conversations with companies",
        plannedHours: 10,
        details: "Note after each whom you met, what they need, and what you agreed.",
        owner: "executive",
        dueInDays: 21,
        evidence: "text",
      },
      {
        title: "Prepare for an offer: floor, wishes, walk-away",
        plannedHours: 2,
        details: "Write the three down before a figure is on the table. It is easier to stay with them then.",
        owner: "executive",
        dueInDays: 29,
      },
    ],
  },
  {
    key: "landing",
    name: "Landing",
    usualDays: 30,
    tasks: [
      {
        title: "Plan the first hundred days",
        plannedHours: 3,
        details: "Whom to meet, what to understand, what to leave alone at first.",
        owner: "executive",
        dueInDays: 14,
        mandatory: false,
      },
      { title: "Closing conversation", plannedHours: 1.5, owner: "consultant", dueInDays: 21 },
    ],
  },
];

export const defaultPackages = [
  {
    name: "Executive, 6 months",
    months: 6,
    endsBy: "landing" as const,
    description: "For executives below the board. Ends with the landing, or after six months.",
  },
  {
    name: "Leadership, 12 months",
    months: 12,
    endsBy: "time" as const,
    description: "For board members and managing directors. Stays through the first months of the new role.",
  },
];

/** The sessions that usually come with so many months. */
export const usualSessions = (months: number): Record<SessionKind, number> => ({
  intake: 1,
  coaching: months * 2,
  "resume-review": 2,
  "interview-practice": Math.max(2, Math.round(months / 2)),
  "networking-clinic": Math.max(1, Math.round(months / 3)),
  workshop: Math.max(1, Math.round(months / 3)),
});
