import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { day, place, template, words } from "@/lib/mail/templates/template";

/** Tells about a task that is due soon, today or was due. */
export const taskDue = template({
  key: "task-due",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    taskTitle: words,
    dueOn: day,
    /** Days from today to the due day; 0 today, negative when it has passed. */
    daysLeft: z.int(),
    href: place,
  }),
  example: {
    taskTitle: "List ten former colleagues",
    dueOn: "2026-11-24",
    daysLeft: 3,
    href: "/north-harbour/programme",
  },
  stop: "choices",
  values: ({ daysLeft }) => ({
    when: daysLeft < 0 ? "late" : daysLeft === 0 ? "today" : daysLeft === 1 ? "tomorrow" : "later",
  }),
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("help")}</Paragraph>
    </>
  ),
});
