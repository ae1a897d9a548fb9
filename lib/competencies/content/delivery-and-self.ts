import type { CompetencyContent } from "@/lib/competencies/content/framework-types";

/** What gets done, and who one is while doing it. */
export const deliveryAndSelf: readonly CompetencyContent[] = [
  {
    key: "execution",
    cluster: "Delivery",
    name: "Getting things done",
    description: "Turns a plan into a result, on time, and says early when it will not be.",
    levels: [
      "Delivers the own tasks when reminded.",
      "Delivers the own tasks on time.",
      "Delivers projects with several people, and says early what slips.",
      "Delivers several large undertakings at once through others.",
      "Has delivered what people had given up on, more than once.",
    ],
  },
  {
    key: "change",
    cluster: "Delivery",
    name: "Leading change",
    description: "Takes people through change so that it stays when attention has moved on.",
    levels: [
      "Goes along with change.",
      "Explains a change to the own team.",
      "Leads a change in the own area, with those whom it touches.",
      "Leads change across areas, deals with resistance openly, and sees it through.",
      "Has led a deep change of a whole organisation (merger, closure, new model) with care for people.",
    ],
  },
  {
    key: "operations",
    cluster: "Delivery",
    name: "Running operations",
    description: "Keeps quality, cost, time and safety where they should be, every day.",
    levels: [
      "Follows the process.",
      "Keeps the own process stable.",
      "Improves quality, cost or time year by year.",
      "Runs operations at several sites by a few good measures.",
      "Has built or rebuilt operations that others come to see.",
    ],
  },
  {
    key: "collaboration",
    cluster: "Delivery",
    name: "Working across borders",
    description: "Gets results with people over whom one has no say: other areas, countries, partners.",
    levels: [
      "Works mostly within the own team.",
      "Helps other areas when asked.",
      "Agrees on common goals with other areas and keeps to them.",
      "Leads work across countries or partners to a result.",
      "Has made areas or companies work together that did not before.",
    ],
  },
  {
    key: "integrity",
    cluster: "Self",
    name: "Integrity",
    description: "Says what is so, does what was said, and stands by it when it is hard.",
    levels: [
      "Is honest when asked.",
      "Keeps promises in everyday matters.",
      "Is open about mistakes, the own first.",
      "Says what has to be said to people above, and takes the consequences.",
      "Is the person others measure fairness by.",
    ],
  },
  {
    key: "resilience",
    cluster: "Self",
    name: "Calm under strain",
    description: "Stays clear and kind when much goes wrong at once.",
    levels: [
      "Strain shows, and others feel it.",
      "Stays calm in short difficult phases.",
      "Keeps an even temper and looks for the next step.",
      "Gives others calm in a crisis and looks after the own strength.",
      "Has led through long, hard times and came out of them able to lead.",
    ],
  },
  {
    key: "self-awareness",
    cluster: "Self",
    name: "Knowing oneself",
    description: "Knows the own strengths and blind spots, and how one comes across.",
    levels: [
      "Sees the own effect on others rarely.",
      "Knows some strengths and weaknesses.",
      "Asks for feedback and does something with it.",
      "Names the own blind spots openly and surrounds oneself with people who cover them.",
      "Others learn from how this person deals with feedback.",
    ],
  },
  {
    key: "learning",
    cluster: "Self",
    name: "Learning",
    description: "Takes in new fields quickly, and lets go of what was right yesterday.",
    levels: [
      "Builds on what was learned long ago.",
      "Learns what the task asks for.",
      "Looks for new subjects and uses them in the work.",
      "Finds the way into new industries or roles within months.",
      "Has begun anew more than once, and brought others along.",
    ],
  },
];
