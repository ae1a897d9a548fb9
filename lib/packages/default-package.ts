/**
 * The plan with which an organisation starts: eight phases from the first conversation to the landing. Days are what
 * outplacement firms usually plan for an executive; an organisation edits its own.
 */
export interface PlannedTask {
  title: string;
  details?: string;
  owner: "executive" | "consultant";
  dueInDays?: number;
  mandatory?: boolean;
  evidence?: "none" | "text" | "file";
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
        owner: "consultant",
        dueInDays: 2,
        details: "Listen first. Agree on how you work together.",
      },
      {
        title: "Say what happened and what you need now",
        details: "A few sentences are enough. Only you and your consultant read them.",
        owner: "executive",
        dueInDays: 4,
        evidence: "text",
      },
      {
        title: "Upload your latest resume",
        details: "It need not be good. We read dates and roles from it, so that you type less.",
        owner: "executive",
        dueInDays: 5,
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
        details: "What was there before, what you did, what was different afterwards. Small ones count.",
        owner: "executive",
        dueInDays: 7,
        evidence: "text",
      },
      {
        title: "Ask three colleagues what they came to you for",
        details: "One question, by phone or in writing. Their words are often better than ours.",
        owner: "executive",
        dueInDays: 10,
        mandatory: false,
      },
      { title: "Talk through strengths and how they show", owner: "consultant", dueInDays: 14 },
    ],
  },
  {
    key: "plan",
    name: "Career plan",
    usualDays: 14,
    tasks: [
      {
        title: "Name two target roles and why",
        details: "One that is close to what you did, and one that you would choose if nothing stood in the way.",
        owner: "executive",
        dueInDays: 7,
        evidence: "text",
      },
      {
        title: "List twenty companies worth a conversation",
        details: "Not only those with an open position: also those whose work you understand.",
        owner: "executive",
        dueInDays: 12,
      },
      { title: "Agree on the plan", owner: "consultant", dueInDays: 14 },
    ],
  },
  {
    key: "resume",
    name: "Resume and profile",
    usualDays: 18,
    tasks: [
      {
        title: "New resume, first version",
        details: "Two pages. The last ten years take most of the room. It is a draft to talk about.",
        owner: "executive",
        dueInDays: 7,
        evidence: "file",
      },
      { title: "Review the resume", owner: "consultant", dueInDays: 10 },
      {
        title: "Bring your online profile in line with it",
        details: "Same titles, same dates, a headline that says what you look for.",
        owner: "executive",
        dueInDays: 16,
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
        details: "Two minutes each when told aloud. One of them may be about something that went wrong.",
        owner: "executive",
        dueInDays: 7,
        evidence: "text",
      },
      { title: "Practice interview", owner: "consultant", dueInDays: 14 },
    ],
  },
  {
    key: "networking",
    name: "Networking",
    usualDays: 21,
    tasks: [
      {
        title: "List forty people who know your work",
        details: "Former colleagues, customers, suppliers, people you studied with. Do not judge yet who could help.",
        owner: "executive",
        dueInDays: 5,
      },
      {
        title: "Write to the first ten",
        details: "Ask for a conversation, not for a job. Five lines, one question.",
        owner: "executive",
        dueInDays: 10,
        evidence: "text",
      },
      { title: "Look at what came back", owner: "consultant", dueInDays: 18 },
    ],
  },
  {
    key: "search",
    name: "Search and offers",
    usualDays: 60,
    tasks: [
      {
        title: "Five conversations with companies",
        details: "Note after each whom you met, what they need, and what you agreed.",
        owner: "executive",
        dueInDays: 30,
        evidence: "text",
      },
      {
        title: "Prepare for an offer: floor, wishes, walk-away",
        details: "Write the three down before a figure is on the table. It is easier to stay with them then.",
        owner: "executive",
        dueInDays: 40,
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
        details: "Whom to meet, what to understand, what to leave alone at first.",
        owner: "executive",
        dueInDays: 20,
        mandatory: false,
      },
      { title: "Closing conversation", owner: "consultant", dueInDays: 30 },
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
