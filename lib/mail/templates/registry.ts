import type { z } from "zod";
import { digest } from "@/lib/mail/templates/digest";
import { exportReady } from "@/lib/mail/templates/export-ready";
import { feedbackRequest } from "@/lib/mail/templates/feedback-request";
import { handover } from "@/lib/mail/templates/handover";
import { invitation } from "@/lib/mail/templates/invitation";
import { invitationReminder } from "@/lib/mail/templates/invitation-reminder";
import { newMessage } from "@/lib/mail/templates/new-message";
import { notification } from "@/lib/mail/templates/notification";
import { passwordChanged } from "@/lib/mail/templates/password-changed";
import { programmeInvitation } from "@/lib/mail/templates/programme-invitation";
import { resetPassword } from "@/lib/mail/templates/reset-password";
import { session } from "@/lib/mail/templates/session";
import { taskDue } from "@/lib/mail/templates/task-due";
import type { MailTemplate } from "@/lib/mail/templates/template";
import { verifyAddress } from "@/lib/mail/templates/verify-address";
import { visit } from "@/lib/mail/templates/visit";
import { weekly } from "@/lib/mail/templates/weekly";

/** All kinds of mail, by key. */
export const templates = {
  digest,
  "export-ready": exportReady,
  "feedback-request": feedbackRequest,
  handover,
  invitation,
  "invitation-reminder": invitationReminder,
  "new-message": newMessage,
  notification,
  "password-changed": passwordChanged,
  "programme-invitation": programmeInvitation,
  "reset-password": resetPassword,
  session,
  "task-due": taskDue,
  "verify-address": verifyAddress,
  visit,
  weekly,
} as const;

export type TemplateKey = keyof typeof templates;

/** What a kind of mail must be given. */
export type VariablesOf<Key extends TemplateKey> = z.input<(typeof templates)[Key]["variables"]>;

export const templateKeys = Object.keys(templates) as [TemplateKey, ...TemplateKey[]];

export const isTemplateKey = (key: string): key is TemplateKey => Object.hasOwn(templates, key);

/** A kind of mail where its exact variables do not matter. */
export const templateOf = (key: TemplateKey): MailTemplate => templates[key] as unknown as MailTemplate;
