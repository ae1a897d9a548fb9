import { hourlySweep } from "@/inngest/hourly-sweep";
import { remindOfSearch, sendWeekly } from "@/lib/job-search/commands/reminders";

/** Promises and next actions whose day has come. */
const due = hourlySweep({
  ...{ id: "job-search-due", minute: 17, module: "job-search" },
  work: { reminded: remindOfSearch },
});

/** The week's mail to those whose own Monday morning it is. */
const week = hourlySweep({
  ...{ id: "job-search-weekly", minute: 3, module: "job-search" },
  work: { told: sendWeekly },
});

export const jobSearchFunctions = [due, week];
