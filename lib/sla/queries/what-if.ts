import "server-only";
import { askedChange } from "@/lib/business-time/asked-change";
import { calendarsOverTime } from "@/lib/business-time/calendars-over-time";
import { WhatChangesInput } from "@/lib/business-time/schemas";
import { calendarFrom } from "@/lib/business-time/stored-calendar";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { withCalendar, withPolicy } from "../otherwise";
import { momentOf } from "../rules/moment";
import { WhatIfPolicyInput } from "../schemas";
import { whatIf } from "../what-if";

/** What a change of a calendar that is not saved yet would do to the clocks that run. */
export const whatIfCalendar = query({
  name: "sla.whatIfCalendar",
  permission: "calendars:write",
  input: WhatChangesInput,
  example: ({ calendarId }) => ({
    calendarId,
    day: { kind: "closed" as const, name: "Outing", fromOn: "2027-06-18", toOn: "2027-06-18", hours: [] },
  }),
  async run(context, asked) {
    const calendar = await calendarFrom((await askedChange(context, asked)).after);
    const now = momentOf(context.now);
    return whatIf(context, (policies) => withCalendar(policies, { id: asked.calendarId, calendar, now }));
  },
});

/** The same of a policy: of another version, or of one that is not there yet. */
export const whatIfPolicy = query({
  name: "sla.whatIfPolicy",
  permission: "sla:write",
  input: WhatIfPolicyInput,
  example: ({ slaPolicyId, calendarId }) => ({
    ...{ id: slaPolicyId, name: "What we promise", matches: {}, calendarId, open: "apply" as const },
    promises: [{ metric: "message-answer", minutes: 240, time: "business" as const, warnAt: [50], escalations: [] }],
  }),
  async run(context, { id, ...fields }) {
    const calendar = (await calendarsOverTime(context, [fields.calendarId])).get(fields.calendarId)?.at(-1)?.calendar;
    if (!calendar) throw notFound("this calendar");
    const now = momentOf(context.now);
    return whatIf(context, (policies) => withPolicy(policies, { id: id ?? "new", fields, calendar, now }));
  },
});
