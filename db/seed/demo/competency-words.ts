/** What people write who were asked, to keep and to change. */
export const feedbackWords: ReadonlyArray<{ keep: string; change: string }> = [
  {
    keep: "Walks through the halls and knows what goes on. People tell the truth, because nobody is punished for it.",
    change: "Say earlier what you will not do. We found out in the third meeting.",
  },
  {
    keep: "Stays calm when everything is late. In the spring with the two strikes that carried all of us.",
    change: "",
  },
  {
    keep: "Gives people room. I have learned more in those two years than in the ten before.",
    change: "The board papers were right, and too long. Half of it would have been heard.",
  },
  { keep: "", change: "More patience with colleagues who need longer to come along." },
  {
    keep: "Says what the figures mean before anybody asks.",
    change: "Ask for help sooner. Nobody would have thought less of it.",
  },
  { keep: "The honest answer to a hard question, always.", change: "" },
];

/** What levels rest on, for some competencies. */
export const levelNotes: Readonly<Record<string, string>> = {
  strategy: "The three-year plan for the northern sites; two of five moves were dropped early, and rightly.",
  finance: "Full responsibility for the budget of two sites, and the cost programme of the last year.",
  change: "The move of two sites into one: eleven months, no day of delivery lost.",
  "leading-teams": "Nine direct reports, of whom three have taken over larger roles since.",
  stakeholders: "Presented to the supervisory board four times a year; asked for more than reports.",
};
