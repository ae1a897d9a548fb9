import "server-only";
import { module } from "@/lib/platform/module";
import { availabilityOf } from "./availability-query";
import { addHostDay, removeHostDay, restoreHostDay, setHostHours } from "./commands/availability";
import { bookSession, holdTime, releaseHold } from "./commands/booking";
import { cancelSession, moveSession, noteOutcome } from "./commands/changes";
import { addType, archiveType, beginTypes, editType, restoreType } from "./commands/types";
import { schedulingPersonalData } from "./personal-data";
import { agenda, bookableTypes, freeTimes, oneSession, programmeSessions, whyNot } from "./queries";

/** Sessions: what can be booked, when, and with whom. */
export const schedulingModule = module({
  key: "scheduling",
  commands: [
    addHostDay,
    addType,
    archiveType,
    beginTypes,
    bookSession,
    cancelSession,
    editType,
    holdTime,
    moveSession,
    noteOutcome,
    releaseHold,
    removeHostDay,
    restoreHostDay,
    restoreType,
    setHostHours,
  ],
  queries: [agenda, availabilityOf, bookableTypes, freeTimes, oneSession, programmeSessions, whyNot],
  lists: [],
  beginning: beginTypes,
  notifications: [
    { kind: "scheduling.booked", app: true, mail: true },
    { kind: "scheduling.waits", app: true, mail: true },
    { kind: "scheduling.moved", app: true, mail: true },
    { kind: "scheduling.cancelled", app: true, mail: true },
  ],
  events: ["scheduling.booked", "scheduling.cancelled", "scheduling.ended", "scheduling.moved"],
  personalData: schedulingPersonalData,
  withoutPersonalData: {
    scheduled_sessions: "When what is held; who takes part stands beside it.",
    session_types: "What the firm offers.",
  },
});
