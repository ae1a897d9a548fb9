import "server-only";
import { module } from "@/lib/platform/module";
import { declareAttachables } from "@/lib/programmes/attachables";
import { programmeBatches } from "@/lib/programmes/batches";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { dropContact, noteContact } from "@/lib/programmes/commands/contacts";
import { editProgramme } from "@/lib/programmes/commands/edit";
import { handOver, handOverAll, takeBackHandover } from "@/lib/programmes/commands/handover";
import { inviteExecutive, remindInvitation, takeBackInvitation } from "@/lib/programmes/commands/invite";
import { extendProgramme } from "@/lib/programmes/commands/extend";
import { editLanding, landProgramme } from "@/lib/programmes/commands/landing";
import {
  acceptProgramme,
  activateProgramme,
  completeProgramme,
  expireProgramme,
  pauseProgramme,
  reopenProgramme,
  resumeProgramme,
  withdrawProgramme,
} from "@/lib/programmes/commands/lifecycle";
import {
  declinePackageChange,
  takeBackPackageDecision,
  takePackageChange,
} from "@/lib/programmes/commands/package-changes";
import { completePhase, returnToPhase } from "@/lib/programmes/commands/phases";
import { returnTask, signOffTask, withdrawSignOff } from "@/lib/programmes/commands/sign-offs";
import { remindAftercare, remindEnding, remindQuiet } from "@/lib/programmes/commands/programme-sweeps";
import { followCalendar } from "@/lib/programmes/commands/follow-calendar";
import { remindDueTasks, remindOverdueTasks } from "@/lib/programmes/commands/sweeps";
import {
  addEvidence,
  addTask,
  completeTask,
  editTask,
  removeTask,
  reopenTask,
  restoreTask,
} from "@/lib/programmes/commands/tasks";
import { caseload } from "@/lib/programmes/lists";
import { separationProgrammes, suggestedConsultants } from "@/lib/programmes/queries/separation";
import { sponsorReport } from "@/lib/programmes/queries/sponsor-report";
import { assignSuggested, inviteFromFile, inviteListed } from "@/lib/programmes/commands/invite-many";
import { executivesTarget } from "@/lib/programmes/import-target";
import { programmeSearch } from "@/lib/programmes/programme-search";
import { firstContact } from "@/lib/programmes/measured-programmes";
import { resumeTurnaround } from "@/lib/programmes/measured-resumes";
import { programmesPersonalData } from "@/lib/programmes/personal-data";
import { aftercareDue, aftercareOf } from "@/lib/programmes/queries/aftercare";
import { consentsOf } from "@/lib/programmes/queries/consents";
import { consultants } from "@/lib/programmes/queries/consultants";
import { consultantDay, ownProgrammes, programmeCounts } from "@/lib/programmes/queries/homes";
import { executivesOf } from "@/lib/programmes/queries/executives-of";
import { firstSteps } from "@/lib/programmes/queries/first-steps";
import { fallenLandings } from "@/lib/programmes/queries/fallen-landings";
import { landingToCorrect } from "@/lib/programmes/queries/landing-to-correct";
import { tasksDueOn } from "@/lib/programmes/queries/due-on";
import { oneProgramme, programmeTaskList } from "@/lib/programmes/queries/record";
import { packageChangesOf, packageUse } from "@/lib/programmes/queries/package-changes";
import { promiseTo } from "@/lib/programmes/queries/promise";
import { reopeningOf } from "@/lib/programmes/queries/reopening";
import { sessionsOf } from "@/lib/programmes/queries/sessions";
import { signaturesWaiting } from "@/lib/programmes/queries/sign-offs";
import { visibleTeams } from "@/lib/programmes/queries/teams";

declareAttachables();

/** Outplacement programmes, from the invitation to the landing. */
export const programmesModule = module({
  key: "programmes",
  commands: [
    acceptProgramme,
    activateProgramme,
    addEvidence,
    addTask,
    assignSuggested,
    completePhase,
    completeProgramme,
    completeTask,
    declinePackageChange,
    editLanding,
    editProgramme,
    editTask,
    expireProgramme,
    extendProgramme,
    giveConsent,
    handOver,
    handOverAll,
    inviteExecutive,
    inviteFromFile,
    inviteListed,
    landProgramme,
    noteAftercare,
    dropContact,
    noteContact,
    pauseProgramme,
    remindAftercare,
    remindDueTasks,
    remindEnding,
    remindInvitation,
    followCalendar,
    remindOverdueTasks,
    remindQuiet,
    removeTask,
    reopenProgramme,
    reopenTask,
    restoreTask,
    resumeProgramme,
    returnTask,
    returnToPhase,
    signOffTask,
    takeBackHandover,
    takeBackInvitation,
    takeBackPackageDecision,
    takePackageChange,
    withdrawConsent,
    withdrawProgramme,
    withdrawSignOff,
  ],
  queries: [
    aftercareDue,
    aftercareOf,
    consentsOf,
    consultantDay,
    consultants,
    executivesOf,
    fallenLandings,
    firstSteps,
    landingToCorrect,
    oneProgramme,
    tasksDueOn,
    ownProgrammes,
    packageChangesOf,
    packageUse,
    programmeCounts,
    programmeTaskList,
    promiseTo,
    reopeningOf,
    signaturesWaiting,
    separationProgrammes,
    sessionsOf,
    sponsorReport,
    suggestedConsultants,
    visibleTeams,
  ],
  lists: [caseload],
  batches: programmeBatches,
  imports: [executivesTarget],
  navigation: [
    {
      key: "caseload",
      path: "/programmes",
      also: ["/job-search"],
      icon: "users",
      permission: "programmes:read",
      scopes: ["caseload"],
      group: "work",
      phone: 2,
      position: 20,
    },
    {
      key: "programmes",
      path: "/programmes",
      icon: "users",
      permission: "programmes:read",
      scopes: ["team", "all"],
      group: "work",
      phone: 2,
      position: 20,
    },
    {
      key: "own",
      path: "/my-programme",
      also: ["/programmes"],
      icon: "route",
      permission: "programmes:read",
      scopes: ["own"],
      group: "work",
      phone: 2,
      position: 20,
    },
  ],
  actions: [{ key: "invite", path: "/programmes/new", icon: "user-plus", permission: "programmes:invite" }],
  search: [programmeSearch],
  notifications: [
    { kind: "programmes.accepted", app: true, mail: false },
    { kind: "programmes.handed-over", app: true, mail: true },
    { kind: "programmes.invited", app: true, mail: true },
    { kind: "programmes.landed", app: true, mail: false },
    { kind: "programmes.aftercare-due", app: true, mail: false },
    { kind: "programmes.ending", app: true, mail: true },
    { kind: "programmes.quiet", app: true, mail: false },
    { kind: "programmes.sign-off-waits", app: true, mail: false },
    { kind: "programmes.task-due", app: true, mail: true },
    { kind: "programmes.task-overdue", app: true, mail: false },
    { kind: "programmes.task-returned", app: true, mail: true },
  ],
  measures: [firstContact, resumeTurnaround],
  events: [
    "programmes.accepted",
    "programmes.activated",
    "programmes.aftercare-done",
    "programmes.completed",
    "programmes.consent-given",
    "programmes.consent-withdrawn",
    "programmes.contact-dropped",
    "programmes.contacted",
    "programmes.edited",
    "programmes.evidence-added",
    "programmes.expired",
    "programmes.extended",
    "programmes.handed-over",
    "programmes.invited",
    "programmes.landed",
    "programmes.landing-changed",
    "programmes.package-change-taken",
    "programmes.paused",
    "programmes.phase-completed",
    "programmes.reopened",
    "programmes.resumed",
    "programmes.sign-off-withdrawn",
    "programmes.signed-off",
    "programmes.task-added",
    "programmes.task-done",
    "programmes.task-returned",
    "programmes.withdrawn",
  ],
  personalData: programmesPersonalData,
});
