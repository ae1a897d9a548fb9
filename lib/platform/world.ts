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
  teamId: string;
  /** A copied, editable role. */
  customRoleId: string;
  packageId: string;
  /** An active programme of the executive with the consultant. */
  programmeId: string;
  /** A programme whose executive has not accepted yet. */
  invitedProgrammeId: string;
  /** A programme that ended with a landing. */
  landedProgrammeId: string;
  taskId: string;
  doneTaskId: string;
  noteId: string;
  messageId: string;
  threadId: string;
  fileId: string;
  resumeId: string;
  savedViewId: string;
  customFieldId: string;
  commentId: string;
  notificationId: string;
  mailId: string;
  importId: string;
}
