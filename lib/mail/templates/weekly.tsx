import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { place, template } from "@/lib/mail/templates/template";

const count = z.int().min(0);

/** An executive's Monday: the next step, what is due this week, and what was done last week. */
export const weekly = template({
  key: "weekly",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    /** The next step of the programme; "" where there is none. */
    step: z.string().max(300),
    followUps: count,
    actions: count,
    /** What was done last week. */
    contacts: count,
    applications: count,
    conversations: count,
    href: place,
  }),
  example: {
    step: "List ten former colleagues",
    followUps: 2,
    actions: 1,
    contacts: 6,
    applications: 1,
    conversations: 3,
    href: "/north-harbour/job-search/example/week",
  },
  stop: "choices",
  values: ({ step }) => ({ hasStep: step ? "yes" : "no" }),
  body: ({ say, variables: { followUps, actions, contacts, applications, conversations } }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      {followUps + actions > 0 ? <Paragraph>{say("due")}</Paragraph> : null}
      {contacts + applications + conversations > 0 ? <Paragraph>{say("last")}</Paragraph> : null}
    </>
  ),
});
