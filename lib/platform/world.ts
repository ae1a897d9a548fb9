/**
 * The records that exist in every test organisation (`db/seed/world.ts` makes them): what examples of commands and queries
 * may point to. A module that needs another record adds it here and there.
 */
export interface World {
  organisationId: string;
  slug: string;
  administratorId: string;
  consultantId: string;
  otherConsultantId: string;
  executiveId: string;
  /** A person who is only known: no account, no role. */
  contactId: string;
  /** A person who is invited and has not come yet. */
  invitedPersonId: string;
  /** A person whose access was ended. */
  deactivatedPersonId: string;
  /** An account that belongs to nobody here. */
  strangerUserId: string;
  teamId: string;
  /** A team that owns nothing. */
  emptyTeamId: string;
  /** A copied, editable role. */
  customRoleId: string;
  calendarId: string;
  otherCalendarId: string;
  laterHoursId: string;
  businessDayId: string;
  sessionTypeId: string;
  slaPolicyId: string;
  withdrawnSlaPolicyId: string;
  slaClockId: string;
  slaExclusionId: string;
  groupTypeId: string;
  sessionId: string;
  pastSessionId: string;
  /** The first of two of a series. */
  seriesSessionId: string;
  heldSessionId: string;
  hostDayId: string;
  /** Of the consultant's booking page, which is on. */
  bookingSlug: string;
  /** A time that a visitor holds while they fill in the form. */
  guestHoldId: string;
  /** Of somebody who asked for a time and has not confirmed. */
  guestTokenHash: string;
  /** Of somebody whose session is to come, and one of whom it is over. */
  bookedGuestTokenHash: string;
  guestSessionId: string;
  pastGuestSessionId: string;
  /** Of the executive's calendar, and a calendar elsewhere of the consultant's. */
  feedTokenHash: string;
  outsideCalendarId: string;
  packageId: string;
  packagePhaseId: string;
  packageTaskId: string;
  /** An active programme of the executive with the consultant. */
  programmeId: string;
  /** A programme whose executive has not accepted yet. */
  invitedProgrammeId: string;
  /** Accepted, not activated yet. */
  intakeProgrammeId: string;
  pausedProgrammeId: string;
  /** The administrator handed the paused programme to the consultant; nothing else happened to it since. */
  handoverId: string;
  packageDecisionId: string;
  /** Active, in its second phase. */
  secondPhaseProgrammeId: string;
  /** A programme that ended with a landing. */
  landedProgrammeId: string;
  /** Corvane Packaging, which pays for all programmes. */
  sponsorId: string;
  /** A person of Corvane Packaging who sees its figures. */
  sponsorPersonId: string;
  /** A contract with seats left. */
  engagementId: string;
  separationEventId: string;
  /** On the event's list, not invited. */
  separationPersonId: string;
  taskId: string;
  doneTaskId: string;
  /** Done, and waiting for the consultant's signature. */
  signableTaskId: string;
  /** The consultant's, on another task that is done. */
  signOffId: string;
  /** That of the landed programme. */
  landingId: string;
  /** Its first check-in, which nobody has done. */
  aftercareId: string;
  /** A task that the package got after the programmes began. */
  newPackageTaskId: string;
  noteId: string;
  messageId: string;
  threadId: string;
  fileId: string;
  /** A DOCX that a recruiter brought. */
  resumeFileId: string;
  resumeId: string;
  resumeOfferId: string;
  positionId: string;
  profileSectionId: string;
  /** A published framework of two competencies, `strategy` and `finance`, and a draft of its next version. */
  frameworkId: string;
  draftFrameworkId: string;
  draftCompetencyId: string;
  roleProfileId: string;
  /** An open round in which one of three has answered. */
  roundId: string;
  /** Has filled all in and not handed it in. */
  raterId: string;
  /** The plan of the active programme, with a milestone of one step. */
  planId: string;
  planGoalId: string;
  milestoneId: string;
  stepId: string;
  /** The executive's, applied for; a second one is an offer. */
  opportunityId: string;
  offeredOpportunityId: string;
  searchContactId: string;
  searchCompanyId: string;
  outreachId: string;
  criterionId: string;
  /** Open, with two skills, one of them needed. */
  requirementId: string;
  /** Of the library, about Kubernetes, of no team. */
  pointId: string;
  /** A technology that the organisation added: Ledgerline, also called LL Core. */
  ownTechnologyId: string;
  /** Somebody whom the recruiter brought, with a resume that names Kubernetes. */
  candidateId: string;
  /** Another requirement that is open, for which nobody is put forward. */
  otherRequirementId: string;
  /** The candidate's, for the first requirement: a draft. */
  submissionId: string;
  /** Of another candidate, for the same requirement: sent, with a tailored version that is done. */
  sentSubmissionId: string;
  sendTemplateId: string;
  /** Its letter to the vendor, which could not be delivered. */
  resumeSendId: string;
  /** Its letter to somebody else, who answered by phone. */
  answeredSendId: string;
  /** The resume of the candidate, a Word document with two positions. */
  candidateResumeId: string;
  /** The candidate's, for a third requirement: tailored, with a draft at version 1 and a version that is done. */
  tailoredSubmissionId: string;
  tailoredVersionId: string;
  /** Of the recruiter: one with a version that waits, one that was stopped. */
  tailoringBatchId: string;
  stoppedTailoringBatchId: string;
  savedViewId: string;
  /** A text field on programmes. */
  customFieldId: string;
  /** The administrator's, on the active programme. */
  commentId: string;
  auditEntryId: string;
  notificationId: string;
  mailId: string;
  /** One that invites to a session. */
  invitationMailId: string;
  /** A mail that its recipient's side refused. */
  undeliveredMailId: string;
  /** An answer to `mailId` that nothing was made of yet. */
  answerMailId: string;
  /** An import of contacts that was checked and has not started. */
  importId: string;
  /** The administrator's: invitations are sent again; one row waits. */
  batchId: string;
  /** One that is done: one person was deactivated, one row was refused. */
  doneBatchId: string;
  /** One that made a contact. */
  doneImportId: string;
}
