import "server-only";
import { module } from "@/lib/platform/module";
import {
  addCalendar,
  beginCalendars,
  chooseDefault,
  removeCalendar,
  renameCalendar,
  restoreCalendar,
} from "./commands/calendars";
import { addDay, editDay, removeDay, restoreDay } from "./commands/days";
import { removeHours, restoreHours, setHours } from "./commands/hours";
import { allCalendars, holidaysOfPlace, oneCalendar, whatChanges } from "./queries";

/** When work is done: the calendars by which due dates and clocks are counted. */
export const businessTimeModule = module({
  key: "business-time",
  commands: [
    addCalendar,
    addDay,
    beginCalendars,
    chooseDefault,
    editDay,
    removeCalendar,
    removeDay,
    removeHours,
    renameCalendar,
    restoreCalendar,
    restoreDay,
    restoreHours,
    setHours,
  ],
  queries: [allCalendars, holidaysOfPlace, oneCalendar, whatChanges],
  lists: [],
  beginning: beginCalendars,
  actions: [{ key: "calendars", path: "/settings/calendars", icon: "calendar-clock", permission: "calendars:write" }],
  events: ["business-time.calendar-changed"],
  withoutPersonalData: {
    business_calendars: "Names of calendars.",
    business_calendar_pasts: "What calendars said before they were changed.",
    business_hours: "When the firm works.",
    business_days: "When the firm is closed, or works although it usually does not.",
  },
});
