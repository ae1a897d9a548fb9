import type { Messages } from "./messages";

/**
 * What the browser's components say: namespaces, of large ones the parts. Everything else is said on the server, and is not sent with each page.
 * The test beside this compares it with the components.
 */
export const browserMessages = [
  "batches",
  "competencies.ask",
  "competencies.feedback",
  "competencies.framework",
  "competencies.rate",
  "competencies.relation",
  "competencies.role",
  "competencies.round",
  "competencies.target",
  "engagements",
  "exports.ask",
  "exports.download",
  "frame.error",
  "identity",
  "imports.newLede",
  "imports.page",
  "imports.uploadHint",
  "inventories.fill",
  "inventories.result",
  "job-search",
  "mail.mailbox",
  "mail.status",
  "messages.thread",
  "notes",
  "notifications",
  "organisations",
  "packages",
  "people.access",
  "people.actionsOn",
  "people.add",
  "people.cancel",
  "people.deactivate",
  "people.edit",
  "people.fields",
  "people.invite",
  "people.nouns",
  "people.optional",
  "people.permissions",
  "people.picture",
  "people.profile",
  "people.roleChoice",
  "people.roles",
  "people.scopes",
  "people.teams",
  "people.work",
  "plans",
  "programmes.closingReasons",
  "programmes.consents",
  "programmes.files",
  "programmes.home",
  "programmes.invite",
  "programmes.landing",
  "programmes.moves",
  "programmes.packageChanges",
  "programmes.record",
  "programmes.signOff",
  "programmes.tasks",
  "records",
  "reports.filters",
  "resumes.glance",
  "resumes.hand",
  "resumes.offer",
  "resumes.upload",
  "separations",
  "sponsors",
  "tailor.add",
  "tailor.batch",
  "tailor.begin",
  "tailor.compare",
  "tailor.document",
  "tailor.evidence",
  "tailor.marking",
  "tailor.plan",
  "tailor.startBatch",
  "tailor.steps",
  "tailor.versions",
  "tailor.warnings",
  "tailoring.candidateForm",
  "tailoring.interviewForm",
  "tailoring.pointForm",
  "tailoring.readForm",
  "tailoring.requirementForm",
  "tailoring.submissionMoves",
  "tailoring.upload",
  "ui",
] as readonly string[];

/** The part of all messages that these entries name, under the same names; what is not there is left out. */
export function forBrowser(messages: Messages, entries: readonly string[] = browserMessages): Messages {
  const sent: Messages = {};
  for (const entry of entries) {
    const [namespace = "", part] = entry.split(".");
    const whole = messages[namespace];
    if (!whole) continue;
    if (part === undefined) sent[namespace] = whole;
    else if (part in whole) sent[namespace] = { ...sent[namespace], [part]: whole[part] };
  }
  return sent;
}
