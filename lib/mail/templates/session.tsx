import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template, words } from "@/lib/mail/templates/template";

const maybe = z.string().trim().max(500);

/** A session that was booked, moved or cancelled, or that comes soon. What it says to the reader's calendar goes with it. */
export const session = template({
  key: "session",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    change: z.enum(["booked", "moved", "placed", "cancelled", "left", "waits", "reminder"]),
    sessionTitle: words,
    startsAt: instant,
    minutes: z.int().min(1),
    /** With whom; "" in a group, whose members do not know one another. */
    people: maybe,
    where: words,
    /** The reader's zone. */
    zone: words,
    /** Why it was cancelled; "" where nothing was said. */
    reason: maybe,
    href: place,
  }),
  example: {
    change: "booked",
    sessionTitle: "Coaching",
    startsAt: "2026-12-01T09:00:00Z",
    minutes: 60,
    people: "Judith Okafor-Lindqvist",
    where: "Video call",
    zone: "Europe/Zurich",
    reason: "",
    href: "/north-harbour/sessions/example",
  },
  stop: "choices",
  values: ({ people }) => ({ hasPeople: people ? "yes" : "no" }),
  body: ({ say, variables: { change, reason } }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("facts")}</Paragraph>
      <Paragraph>{say("zone")}</Paragraph>
      {reason ? <Paragraph>{say("why")}</Paragraph> : null}
      {change === "waits" || change === "reminder" ? null : <Paragraph>{say("calendar")}</Paragraph>}
    </>
  ),
});
