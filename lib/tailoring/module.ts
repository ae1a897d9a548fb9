import "server-only";
import { module } from "@/lib/platform/module";
import {
  addCandidate,
  addCandidateResume,
  describeCandidate,
  editCandidate,
  removeCandidate,
  restoreCandidate,
} from "@/lib/tailoring/candidates/commands";
import { candidateList } from "@/lib/tailoring/candidates/list";
import { oneCandidate, suggestCandidates } from "@/lib/tailoring/candidates/queries";
import { candidatesToTailor } from "@/lib/tailoring/candidates/to-tailor";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import {
  addPoint,
  addPoints,
  editPoint,
  pastePoints,
  reinstatePoint,
  removeImportedPoint,
  retirePoint,
} from "@/lib/tailoring/library/commands";
import { pointsTarget } from "@/lib/tailoring/library/import-target";
import { pointList } from "@/lib/tailoring/library/list";
import { libraryOutline, onePoint } from "@/lib/tailoring/library/queries";
import {
  addTechnology,
  editTechnology,
  pasteTechnologies,
  removeTechnology,
  restoreTechnology,
} from "@/lib/tailoring/own-technologies/commands";
import { technologyList } from "@/lib/tailoring/own-technologies/list";
import { oneTechnology, technologyNames } from "@/lib/tailoring/own-technologies/queries";
import { attachableTo } from "@/lib/files/visibility";
import { ownsLetters } from "@/lib/mail/letter-owners";
import { tailoringPersonalData } from "@/lib/tailoring/personal-data";
import {
  addRequirement,
  editRequirement,
  removeRequirement,
  restoreRequirement,
  setRequirementStatus,
} from "@/lib/tailoring/requirements/commands";
import { requirementList } from "@/lib/tailoring/requirements/list";
import { readSource } from "@/lib/tailoring/requirements/read-source";
import { oneRequirement, teamChoices } from "@/lib/tailoring/requirements/queries";
import { requirementKind } from "@/lib/tailoring/requirements/search-kind";

import { sending } from "@/lib/tailoring/sending/manifest";
import { letterOpen } from "@/lib/tailoring/sending/letter-open";
import { beginSending } from "@/lib/tailoring/sending/template-commands";
import { moveSubmission, planInterview, putForward, takeBackSubmission } from "@/lib/tailoring/submissions/commands";
import { submissionList } from "@/lib/tailoring/submissions/list";
import { oneSubmission, submissionBoard, submissionsFor, submissionsOf } from "@/lib/tailoring/submissions/queries";
import { recruiterDay } from "@/lib/tailoring/submissions/recruiter-day";
import { submissionKind } from "@/lib/tailoring/submissions/submission-kind";
import { visibleVersion } from "@/lib/tailoring/tailored/load";
import { tailored } from "@/lib/tailoring/tailored/manifest";

attachableTo({ entity: "tailored-version", visible: visibleVersion });
ownsLetters({ entity: "resume-send", open: letterOpen });

/** Whom clients look for, who is put forward, and what can be said of them. */
export const tailoringModule = module({
  key: "tailoring",
  commands: [
    addCandidate,
    addCandidateResume,
    addPoint,
    addPoints,
    addRequirement,
    describeCandidate,
    editCandidate,
    editPoint,
    editRequirement,
    moveSubmission,
    pastePoints,
    planInterview,
    putForward,
    readSource,
    reinstatePoint,
    removeCandidate,
    removeImportedPoint,
    removeRequirement,
    restoreCandidate,
    restoreRequirement,
    retirePoint,
    setRequirementStatus,
    takeBackSubmission,
    addTechnology,
    editTechnology,
    pasteTechnologies,
    removeTechnology,
    restoreTechnology,
    ...sending.commands,
    ...tailored.commands,
  ],
  queries: [
    candidatesToTailor,
    libraryOutline,
    oneCandidate,
    onePoint,
    oneRequirement,
    oneSubmission,
    recruiterDay,
    submissionBoard,
    submissionsFor,
    submissionsOf,
    suggestCandidates,
    teamChoices,
    oneTechnology,
    technologyNames,
    ...sending.queries,
    ...tailored.queries,
  ],
  beginning: beginSending,
  notifications: [...sending.notifications, ...tailored.notifications],
  lists: [candidateList, pointList, requirementList, submissionList, technologyList],
  imports: [pointsTarget],
  navigation: [
    {
      ...{ key: "requirements", path: "/requirements", icon: "briefcase", permission: "tailoring:read" },
      ...{ group: "work", phone: 1, position: 30 },
    },
    {
      ...{ key: "submissions", path: "/submissions", icon: "send", permission: "tailoring:read" },
      also: ["/send-templates", "/send-templates/*"],
      ...{ group: "work", phone: 2, position: 31 },
    },
    {
      ...{ key: "candidates", path: "/candidates", icon: "users-round", permission: "tailoring:read" },
      ...{ group: "records", phone: 3, position: 31 },
    },
    {
      ...{ key: "points", path: "/points", icon: "list", permission: "tailoring:read" },
      ...{ group: "records", phone: 4, position: 32 },
    },
  ],
  actions: [
    { key: "addRequirement", path: "/requirements/new", icon: "briefcase", permission: "tailoring:write" },
    { key: "addCandidates", path: "/candidates/new", icon: "file-up", permission: "tailoring:write" },
    { key: "addPoints", path: "/points/new", icon: "list-plus", permission: "tailoring:write" },
  ],
  events: [...tailored.events, "tailoring.technologies-changed"],
  search: [requirementKind],
  records: [
    submissionKind,
    {
      entity: "candidate",
      permission: "tailoring:read",
      visible: (actor, id) => visibleCandidate(actor, id),
      about: (id) => id,
    },
  ],
  personalData: tailoringPersonalData,
  withoutPersonalData: {
    ...sending.withoutPersonalData,
    library_points: "Sentences about technologies, the organisation's own.",
    own_technologies: "Names of technologies, the organisation's own.",
    requirements: "What clients look for. The contact is a business address of the vendor.",
    requirement_skills: "Technologies that a requirement names, with its own words.",
  },
});
