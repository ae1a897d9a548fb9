import "server-only";
import { daysSinceContact, engagement, load, timeToFirstContact } from "@/lib/reports/definitions/contact";
import type { Definition, Subject } from "@/lib/reports/definitions/definition";
import {
  landingRate,
  payReplacement,
  promoters,
  satisfaction,
  timeFromActivation,
  timeFromNotice,
} from "@/lib/reports/definitions/landing";
import { interviewsPerOffer } from "@/lib/reports/definitions/search";
import { activityCompletion, phaseDwell, sessionAttendance, sessionRating } from "@/lib/reports/definitions/work";

/** Every figure that there is, in the order in which they are read. */
export const definitions: readonly Definition[] = [
  landingRate,
  timeFromActivation,
  timeFromNotice,
  payReplacement,
  satisfaction,
  promoters,
  engagement,
  activityCompletion,
  sessionAttendance,
  sessionRating,
  phaseDwell,
  load,
  daysSinceContact,
  timeToFirstContact,
  interviewsPerOffer,
];

export const definitionOf = (key: string): Definition | undefined => definitions.find((one) => one.key === key);

/** Those whose rows are of a kind. */
export const definitionsOn = (subject: Subject): Definition[] => definitions.filter((one) => one.subject === subject);
