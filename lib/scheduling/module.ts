import "server-only";
import { module } from "@/lib/platform/module";
import { availabilityOf } from "./availability-query";
import {
  addHostDay,
  dropHostHours,
  removeHostDay,
  restoreHostDay,
  restoreHostHours,
  setHostHours,
} from "./commands/availability";
import { calendar, calendarHosts } from "./calendar-query";
import { bookableProgrammes } from "./bookable-query";
import { bookSession, holdTime, releaseHold } from "./commands/booking";
import { cancelSession, moveSession } from "./commands/changes";
import { followHandover } from "./commands/follow-handover";
import { bookSeries, cancelSeries, moveSeries, moveSeriesBack } from "./commands/series";
import { askVisit } from "./guests/ask";
import { cancelVisit, moveVisit } from "./guests/change-visit";
import { confirmVisit } from "./guests/confirm";
import { forgetGuest } from "./guests/forget";
import { holdForGuest, releaseForGuest } from "./guests/hold";
import { closeBookingLink, openBookingLink, renewBookingLink, setBookingLink } from "./guests/link-commands";
import { bookingLinkOf } from "./guests/link-query";
import { bookingPage, guestTimes, guestWhyNot, openBookingPage, visitTimes } from "./guests/page-queries";
import { tidyVisits } from "./guests/tidy";
import { visitPage } from "./guests/visit-query";
import { changePlace } from "./commands/place";
import { noteOutcome } from "./commands/outcome";
import { addType, archiveType, beginTypes, editType, restoreType } from "./commands/types";
import { afterwards } from "./outside/afterwards";
import { addCalendar, askCalendar, ownCalendars, removeCalendar } from "./outside/calendars";
import { makeFeed, ownFeed, readFeed, revokeFeed } from "./outside/feed";
import { rateSession, ratingOf } from "./outside/rating";
import { claimCalendar, keepReading } from "./outside/reading-commands";
import { takeInvitationAnswer } from "./outside/take-answer";
import { tellDue } from "./outside/tell-due";
import { sessionNotes } from "./measured-sessions";
import { schedulingPersonalData } from "./personal-data";
import { previewSeries } from "./series-query";
import { outsideHours } from "./outside-hours-query";
import { sessionPage } from "./session-page-query";
import { oneSessionType, sessionTypeList } from "./types-query";
import { agenda, bookableTypes, freeTimes, oneSession, programmeSessions, whyNot } from "./queries";

/** Sessions: what can be booked, when, and with whom. */
export const schedulingModule = module({
  key: "scheduling",
  commands: [
    addCalendar,
    addHostDay,
    addType,
    archiveType,
    askCalendar,
    askVisit,
    beginTypes,
    bookSeries,
    bookSession,
    cancelSeries,
    cancelSession,
    cancelVisit,
    changePlace,
    closeBookingLink,
    confirmVisit,
    dropHostHours,
    claimCalendar,
    editType,
    followHandover,
    forgetGuest,
    holdForGuest,
    holdTime,
    keepReading,
    makeFeed,
    moveSeries,
    moveSeriesBack,
    moveSession,
    moveVisit,
    noteOutcome,
    openBookingLink,
    rateSession,
    readFeed,
    releaseForGuest,
    releaseHold,
    removeCalendar,
    removeHostDay,
    renewBookingLink,
    restoreHostDay,
    restoreHostHours,
    restoreType,
    revokeFeed,
    setBookingLink,
    setHostHours,
    takeInvitationAnswer,
    tellDue,
    tidyVisits,
  ],
  installation: [openBookingPage],
  queries: [
    afterwards,
    agenda,
    availabilityOf,
    bookableProgrammes,
    bookableTypes,
    bookingLinkOf,
    bookingPage,
    calendar,
    calendarHosts,
    freeTimes,
    guestTimes,
    guestWhyNot,
    oneSession,
    outsideHours,
    previewSeries,
    programmeSessions,
    oneSessionType,
    ratingOf,
    sessionPage,
    sessionTypeList,
    ownCalendars,
    ownFeed,
    visitPage,
    visitTimes,
    whyNot,
  ],
  lists: [],
  navigation: [
    {
      key: "calendar",
      path: "/sessions",
      also: ["/availability"],
      icon: "calendar-days",
      permission: "sessions:read",
      scopes: ["caseload", "all"],
      group: "work",
      phone: 2,
      position: 25,
    },
    {
      // On a phone an executive's bar is full: their next session stands on their home.
      key: "own",
      path: "/sessions",
      icon: "calendar-days",
      permission: "sessions:read",
      scopes: ["own"],
      group: "work",
      position: 25,
    },
  ],
  actions: [
    { key: "openCalendar", path: "/sessions?view=week", icon: "calendar-days", permission: "sessions:read" },
    { key: "setHours", path: "/availability", icon: "calendar-clock", permission: "availability:write" },
    { key: "bookSession", path: "/sessions/new", icon: "calendar-plus", permission: "sessions:write" },
  ],
  measures: [sessionNotes],
  beginning: beginTypes,
  notifications: [
    { kind: "scheduling.booked", app: true, mail: true },
    { kind: "scheduling.waits", app: true, mail: true },
    { kind: "scheduling.moved", app: true, mail: true },
    { kind: "scheduling.placed", app: true, mail: true },
    { kind: "scheduling.cancelled", app: true, mail: true },
    { kind: "scheduling.left", app: true, mail: true },
    { kind: "scheduling.reminder", app: true, mail: true },
    { kind: "scheduling.notes", app: true, mail: true },
    { kind: "scheduling.rating", app: true, mail: true },
    { kind: "scheduling.answered", app: true, mail: true },
    { kind: "scheduling.rated", app: true, mail: false },
    { kind: "scheduling.stays", app: true, mail: true },
  ],
  events: ["scheduling.booked", "scheduling.cancelled", "scheduling.ended", "scheduling.moved"],
  personalData: schedulingPersonalData,
  withoutPersonalData: {
    scheduled_sessions: "When what is held; who takes part stands beside it.",
    session_series: "How often a session comes again; who takes part stands beside its sessions.",
    session_types: "What the firm offers.",
  },
});
