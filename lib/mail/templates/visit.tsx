import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template, words } from "@/lib/mail/templates/template";

/** For somebody without an account who books on a booking page: is it you, what you booked, and what became of it. */
export const visit = template({
  key: "visit",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    change: z.enum(["confirm", "booked", "moved", "placed", "cancelled", "reminder"]),
    organisationName: words,
    hostName: words,
    sessionTitle: words,
    startsAt: instant,
    minutes: z.int().min(1),
    where: words,
    /** The guest's zone. */
    zone: words,
    /** Until when the time is kept for who has not confirmed. */
    keptUntil: instant,
    /** Why it was cancelled; "" where nothing was said. */
    reason: z.string().trim().max(500),
    href: place,
  }),
  example: {
    change: "confirm",
    organisationName: "North Harbour",
    hostName: "Judith Okafor-Lindqvist",
    sessionTitle: "First conversation",
    startsAt: "2026-12-01T09:00:00Z",
    minutes: 30,
    where: "Video call",
    zone: "Europe/Zurich",
    keptUntil: "2026-11-24T09:30:00Z",
    reason: "",
    href: "/visits/example",
  },
  stop: "once",
  body: ({ say, variables: { change, reason } }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("facts")}</Paragraph>
      <Paragraph>{say("zone")}</Paragraph>
      {reason ? <Paragraph>{say("why")}</Paragraph> : null}
      {change === "reminder" ? null : <Paragraph>{say("next")}</Paragraph>}
    </>
  ),
});
