import type { z } from "zod";
import type { AddTypeInput } from "./schemas";

type Type = z.input<typeof AddTypeInput>;

const usual = {
  ...{ description: "", stepMinutes: 30, bufferBefore: 0, bufferAfter: 10, capacity: 1, hosting: "consultant" },
  ...{ hosts: [], noticeMinutes: 1440, horizonDays: 60, mostPerDay: null, moveNoticeHours: 24, cancelNoticeHours: 24 },
  ...{ late: "counts", placeKind: "video", place: "", reminders: [1440, 60], questions: [], selfBooked: true },
} satisfies Partial<Type>;

const question = (key: string, label: string) => ({ key, label, required: false });

/** What most firms let their executives book, with the usual lengths. A workshop needs to know who holds it, so it is added by hand. */
export const usualTypes: readonly Type[] = [
  { ...usual, name: "Intake consultation", kind: "intake", lengthMinutes: 90, bufferBefore: 10 },
  {
    ...{ ...usual, name: "Coaching", kind: "coaching", lengthMinutes: 60 },
    questions: [question("about", "What would you like to talk about?")],
  },
  { ...usual, name: "Resume review", kind: "resume-review", lengthMinutes: 45 },
  {
    ...{ ...usual, name: "Interview practice", kind: "interview-practice", lengthMinutes: 60, bufferBefore: 10 },
    questions: [question("role", "For which role, and with whom will you speak?")],
  },
  { ...usual, name: "Networking clinic", kind: "networking-clinic", lengthMinutes: 60 },
];
