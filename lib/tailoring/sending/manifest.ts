import "server-only";
import { previewSend, sendsOf, toSend } from "@/lib/tailoring/sending/queries";
import { remindOfSends } from "@/lib/tailoring/sending/remind";
import { noteAnswer, noteOpening, retrySend, setFollowUp, takeBackAnswer } from "@/lib/tailoring/sending/send-commands";
import { sendResumes } from "@/lib/tailoring/sending/send-resumes";
import { takeSendAnswer } from "@/lib/tailoring/sending/take-answer";
import { tellUndelivered } from "@/lib/tailoring/sending/tell-undelivered";
import {
  addSendTemplate,
  beginSending,
  editSendTemplate,
  removeSendTemplate,
  restoreSendTemplate,
} from "@/lib/tailoring/sending/template-commands";
import { oneSendTemplate, sendTemplatesThere } from "@/lib/tailoring/sending/template-queries";

/** What the sending of resumes adds to the module's manifest. */
export const sending = {
  commands: [
    addSendTemplate,
    beginSending,
    editSendTemplate,
    noteAnswer,
    noteOpening,
    remindOfSends,
    removeSendTemplate,
    restoreSendTemplate,
    retrySend,
    sendResumes,
    setFollowUp,
    takeBackAnswer,
    takeSendAnswer,
    tellUndelivered,
  ],
  queries: [oneSendTemplate, previewSend, sendsOf, sendTemplatesThere, toSend],
  notifications: [
    { kind: "tailoring.follow-up", app: true, mail: true },
    { kind: "tailoring.resume-answered", app: true, mail: true },
    { kind: "tailoring.resume-undelivered", app: true, mail: true },
  ],
  withoutPersonalData: {
    send_templates: "Letters with places for values, the organisation's own.",
    send_template_editions: "What such a letter said from one change to the next.",
  },
} as const;
