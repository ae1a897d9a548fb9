import type { CompetencyContent } from "@/lib/competencies/content/framework-types";

/** Where it goes, and what is decided on the way. */
export const directionAndDecisions: readonly CompetencyContent[] = [
  {
    key: "strategy",
    cluster: "Direction",
    name: "Strategic thinking",
    description: "Sees where a business can win, and says what it will leave alone.",
    levels: [
      "Works on what is in front of them; the longer view comes from others.",
      "Can say what the strategy means for the own team when asked.",
      "Turns the strategy into a few clear choices for the own area, and says what is not done.",
      "Shapes the strategy of the business with facts about customers, rivals and cost.",
      "Sets a direction that others bet on, and changes it in time when the facts change.",
    ],
  },
  {
    key: "market",
    cluster: "Direction",
    name: "Market and customer sense",
    description: "Knows what customers pay for, and notices early when that shifts.",
    levels: [
      "Knows customers from reports.",
      "Speaks with customers when there is a reason to.",
      "Meets customers regularly and brings back what changes decisions.",
      "Sees shifts in the market before they show in the figures, and acts on them.",
      "Has opened a market or an offer that others then followed.",
    ],
  },
  {
    key: "finance",
    cluster: "Direction",
    name: "Financial command",
    description: "Runs the business by its figures: profit, cash and the capital that is tied up.",
    levels: [
      "Keeps to a budget that somebody else made.",
      "Explains why the own figures differ from the plan.",
      "Owns a budget, sees early where it slips, and corrects it.",
      "Runs a full profit and loss account; knows what moves cash and margin.",
      "Has led financing, a turnaround or an acquisition, and answers for it to owners.",
    ],
  },
  {
    key: "innovation",
    cluster: "Direction",
    name: "Renewal",
    description: "Brings new products, ways and tools in, and ends those that no longer serve.",
    levels: [
      "Takes new ways up once they are asked for.",
      "Suggests improvements within the own work.",
      "Tries new ways in the own area, small first, and keeps what works.",
      "Makes room and money for trials across areas, and stops what does not work.",
      "Has renewed a business while it ran, with results that lasted.",
    ],
  },
  {
    key: "judgement",
    cluster: "Decisions",
    name: "Judgement",
    description: "Weighs what is known, what is not, and what follows, and comes to sound decisions.",
    levels: [
      "Decides by rule or by what was done before.",
      "Collects the facts and leaves the decision to others.",
      "Decides well in known situations and says what it rests on.",
      "Decides well when facts are thin, and says what would change the decision.",
      "Is asked for judgement by peers and boards when much is at stake.",
    ],
  },
  {
    key: "problem-solving",
    cluster: "Decisions",
    name: "Getting to the cause",
    description: "Takes a tangled problem apart until its cause is clear.",
    levels: [
      "Treats what shows.",
      "Finds the cause of everyday problems.",
      "Takes larger problems apart step by step, with data.",
      "Finds causes that lie between areas, and gets them solved there.",
      "Changes how an organisation looks at its problems, so that they come less often.",
    ],
  },
  {
    key: "risk",
    cluster: "Decisions",
    name: "Risk and responsibility",
    description: "Names risks early, takes the right ones, and keeps to law and good practice.",
    levels: [
      "Relies on others to see risks.",
      "Names risks of the own work when they are near.",
      "Keeps the main risks of the own area in view, with somebody in charge of each.",
      "Takes risks knowingly, prepares for the bad case, and speaks up when a line is crossed.",
      "Answers for risk and compliance of a whole business, and has led it through a serious case.",
    ],
  },
  {
    key: "digital",
    cluster: "Decisions",
    name: "Technology and data",
    description: "Knows what technology and data can do for the business, and puts them to use.",
    levels: [
      "Uses the tools that are given.",
      "Asks for data and reads it with help.",
      "Uses data in decisions and brings useful tools into the own area.",
      "Leads technology projects to a result that the business notices.",
      "Has changed what a business sells or how it works by means of technology.",
    ],
  },
];
