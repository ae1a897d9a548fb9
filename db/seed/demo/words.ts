/** What the people of the demo write to each other. `{name}` is the executive's first name. */
export const conversations: ReadonlyArray<{ who: "consultant" | "executive"; words: string }> = [
  {
    who: "consultant",
    words:
      "Good morning {name}. I am glad that we work together. Shall we talk on Thursday, 40 minutes? You need to prepare nothing.",
  },
  { who: "executive", words: "Thursday is good, after ten if you can. It has been a strange week." },
  {
    who: "consultant",
    words:
      "I read your three stories. The second one is the strongest: say how many people were in the team, and what changed for the customers.",
  },
  { who: "executive", words: "Thank you. I will rewrite it tonight and send it again." },
  {
    who: "executive",
    words:
      "They asked about the non-compete clause, and I was not sure what I may say. Could we look at it before my second interview on Tuesday?",
  },
  {
    who: "executive",
    words:
      "I have the offer on paper now. The base is below what I had hoped for; the rest looks fair. They want an answer within a week.",
  },
  {
    who: "consultant",
    words: "Take the week before you answer. We look at the offer beside your pay floor on Thursday.",
  },
  {
    who: "executive",
    words: "The new version of my resume is in the files. The first page is better, the second still too long.",
  },
  {
    who: "executive",
    words: "My reference asked what to stress when they call. Is there something he should rather not bring up?",
  },
  { who: "consultant", words: "How did the conversation with the chairman go? One line is enough." },
  {
    who: "executive",
    words: "Better than I feared. He will put me in touch with two people; I write to both tomorrow.",
  },
  {
    who: "consultant",
    words: "I put two questions beside your target roles. Answer them when you have a quiet hour, not before.",
  },
  { who: "executive", words: "Done. The second question was the harder one. Shall we talk about it next time?" },
  {
    who: "consultant",
    words: "You said that weekends are for the family now. Shall I stop the reminders from Friday noon?",
  },
  { who: "executive", words: "Yes, please. Monday mornings are good." },
  {
    who: "consultant",
    words: "The list of companies is good. Which three would you call if you could call only three?",
  },
  { who: "executive", words: "I marked three. With one of them I worked on a project six years ago." },
];

/** With which a consultant ends a conversation. */
export const closings = [
  "Good. I keep it for our next session.",
  "Thank you, that is all I needed for now.",
  "Fine, then we go on from there when we speak.",
];

/** What executives brought as evidence, by the position of the phase (1 = intake). */
export const evidenceNotes: Readonly<Record<number, readonly string[]>> = {
  1: [
    "The site closes in spring, and my role with it. I need a plan for the next weeks more than comfort.",
    "The new owner brought a team of their own. I want to leave well, and know what I am worth.",
    "Nineteen years, then twenty minutes in a meeting room. First I need to tell it without anger.",
  ],
  2: [
    "Led the move of two sites into one in eleven months. 400 people, no day of delivery lost, 9 % lower cost a unit.",
    "Cut the time from order to invoice from 12 days to 4, together with IT and three plants.",
    "Built the team from 6 to 31 people in two years. Two of them lead departments today.",
  ],
  3: [
    "I look for a company between 500 and 3,000 people that makes something one can touch.",
    "First: the same role in a family firm. Second: interim work, two mandates a year.",
    "A smaller company with a larger share of the decisions. And a seat on a board, later.",
  ],
  4: ["Two pages now. The early years are three lines; the turnaround has its figures."],
  5: [
    "The strike at the Ghent plant, the failed supplier change, the first year with the new system. The second went wrong.",
    "How we kept the customer after the recall. How I took over a team that did not want me. What I would do differently.",
  ],
  6: [
    "Spoke with nine people. Three know somebody at the companies on my list, one meets me next week.",
    "Ten mails out, six answers, two coffees. Nobody minded being asked.",
  ],
  7: [
    "Five companies seen. Two look for somebody next quarter, one wants to meet again on Monday.",
    "Four conversations and one dinner. The second one could become something.",
  ],
};

export const privateNotes: readonly string[] = [
  "More hurt than the tone says. Go slowly with the resume; the stories come first.",
  "Undersells the turnaround. Bring the figures up again in the practice interview.",
  "Family wants to stay in the region until summer. Not to be raised with companies yet.",
];

export const sharedNotes: readonly string[] = [
  "Prefers mornings, by phone rather than video.",
  "Reference from the former chairman is agreed; the one from the successor is not.",
  "Wants two offers before deciding, even if the first one fits.",
];
