import type { CompetencyContent } from "@/lib/competencies/content/framework-types";

/** Who comes along, and how they are won. */
export const peopleAndInfluence: readonly CompetencyContent[] = [
  {
    key: "leading-teams",
    cluster: "People",
    name: "Leading people",
    description: "Gives people a clear task, room to do it, and an honest answer to how it went.",
    levels: [
      "Works well beside others; has not led yet, or leads by doing it alone.",
      "Leads a small team on known work.",
      "Sets clear goals, hands work over, and speaks early about what does not go well.",
      "Leads leaders: teams do well without being watched.",
      "Builds an organisation in which people several levels away know what counts and act on it.",
    ],
  },
  {
    key: "developing-others",
    cluster: "People",
    name: "Developing others",
    description: "Sees what people could become, and helps them get there.",
    levels: [
      "Leaves development to the person and to HR.",
      "Gives feedback when asked.",
      "Gives each person useful feedback and work to grow on.",
      "Has people who moved up because of what they learned here.",
      "Is known for growing leaders; former team members lead elsewhere.",
    ],
  },
  {
    key: "hiring",
    cluster: "People",
    name: "Choosing people",
    description: "Finds the right people, wins them, and parts from people fairly where it must be.",
    levels: [
      "Takes the people who are there.",
      "Takes part in interviews, with guidance.",
      "Fills roles well in the own area and puts off no hard conversation.",
      "Builds teams with different strengths, and has parted from people with respect.",
      "Has put together a leadership team that carried a business.",
    ],
  },
  {
    key: "culture",
    cluster: "People",
    name: "Trust and belonging",
    description: "Makes a place in which people of all kinds speak openly and do their best.",
    levels: [
      "Treats people correctly.",
      "Listens to people who think otherwise.",
      "Asks for other views, and people bring bad news without fear.",
      "Deals with unfairness at once, also when it costs something.",
      "Has changed how a whole organisation treats its people, and one can see it.",
    ],
  },
  {
    key: "communication",
    cluster: "Influence",
    name: "Speaking and writing",
    description: "Says what matters so that it is understood, remembered and believed.",
    levels: [
      "Is understood by those who know the subject.",
      "Presents known subjects clearly when prepared.",
      "Speaks and writes plainly to different groups, and listens as well.",
      "Makes hard subjects simple, and holds a room in a difficult hour.",
      "Speaks for the organisation to owners, press and public, and is believed.",
    ],
  },
  {
    key: "stakeholders",
    cluster: "Influence",
    name: "Working with owners and boards",
    description: "Wins and keeps the trust of those who own, oversee and regulate.",
    levels: [
      "Has had little to do with them so far.",
      "Prepares papers for them.",
      "Presents to a board and answers its questions well.",
      "Is trusted by board members; brings bad news early and with a proposal.",
      "Shapes the work of a board, or sits on one.",
    ],
  },
  {
    key: "negotiation",
    cluster: "Influence",
    name: "Negotiating",
    description: "Reaches agreements that hold, also with people who want something else.",
    levels: [
      "Accepts the first workable offer, or leaves it to others.",
      "Negotiates everyday matters.",
      "Prepares well, knows the other side's interests, and gets good terms.",
      "Closes large or difficult agreements with customers, suppliers or unions.",
      "Has negotiated what decided about a business, and both sides would do it again.",
    ],
  },
  {
    key: "network",
    cluster: "Influence",
    name: "Network",
    description: "Keeps up honest relationships across companies, and gives as well as takes.",
    levels: [
      "Knows people in the own team.",
      "Knows people across the company.",
      "Keeps up contacts in the industry and helps them when asked.",
      "Is called by others who look for advice or people.",
      "Brings people together who would not have met, and things come of it.",
    ],
  },
];
