import type { ToldResume } from "@/db/seed/resume-document";

/** A resume of words that nobody else uses, so that one of them found elsewhere can only come from it. */
export const wordyResume: ToldResume = {
  ...{ name: "Ottoline Vandersplink", place: "Quorndale, Brimshire", phone: "+44 555 0177" },
  summary: "Plimforth specialist with a record of zarquilled migrations.",
  positions: [
    {
      ...{ title: "Glumbert Engineer", employer: "Castlewick Throbbings", dates: "Mar 2021 - Present" },
      bullets: ["Zarquilled the plimforth ledgers of nine hobnorths.", "Led the sprockmire rota."],
      environment: "Kubernetes, Snorvex",
    },
    {
      ...{ title: "Junior Glumbert", employer: "Wexelby Drubs", dates: "Aug 2016 - Feb 2021" },
      bullets: ["Rewrote the gribblethorn scheduler.", "Kept the yondermoth presses running."],
      environment: "Java, Snorvex",
    },
  ],
  skills: "Kubernetes, Java, Snorvex",
};

/** What a recruiter puts in. */
export const wordyPoint = "Moved the flimberworth estate to Kubernetes without a grondle.";

/** The words that must be found nowhere: all of the resume's and the point's that are no everyday words. */
export const tellingWords = [
  ...["Ottoline", "Vandersplink", "Quorndale", "Brimshire", "Plimforth", "Zarquilled", "Glumbert", "Castlewick"],
  ...["Throbbings", "hobnorths", "sprockmire", "Snorvex", "Wexelby", "Drubs", "gribblethorn", "yondermoth"],
  ...["flimberworth", "grondle"],
];
