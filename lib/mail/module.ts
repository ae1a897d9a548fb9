import "server-only";
import { sql } from "drizzle-orm";
import { mailMessages } from "@/db/schema/mail";
import { attachableTo } from "@/lib/files/visibility";
import { answerInvitation } from "@/lib/mail/answer-invitation";
import { markMailRead, replyToMail, retryMail } from "@/lib/mail/commands";
import { lettersOpen } from "@/lib/mail/letter-owners";
import { claimMail, settleMail } from "@/lib/mail/delivery-commands";
import { fileAnswer } from "@/lib/mail/file-answer";
import { receiveMail } from "@/lib/mail/inbound/receive-command";
import { sendInvitationMail } from "@/lib/mail/invitation-mail";
import { mailPersonalData } from "@/lib/mail/personal-data";
import { mailList, oneMail, previewMail, visibleMail } from "@/lib/mail/queries";
import { sendMail } from "@/lib/mail/send";
import { module } from "@/lib/platform/module";

attachableTo({
  entity: "mail",
  visible: (actor, id) =>
    sql`exists (select 1 from ${mailMessages}
      where ${mailMessages.id} = ${id} and ${visibleMail(actor)} and ${lettersOpen(actor)})`,
  // Files go with a mail when it is written; nothing is added afterwards.
  attachable: (actor) => (actor.kind === "system" ? sql`true` : sql`false`),
});

export const mailModule = module({
  key: "mail",
  commands: [
    answerInvitation,
    claimMail,
    fileAnswer,
    markMailRead,
    receiveMail,
    replyToMail,
    retryMail,
    sendInvitationMail,
    sendMail,
    settleMail,
  ],
  queries: [oneMail, previewMail],
  lists: [mailList],
  navigation: [
    {
      key: "mailbox",
      path: "/mailbox",
      icon: "mail",
      permission: "mailbox:read",
      group: "organisation",
      scopes: ["all"],
      position: 60,
    },
  ],
  events: ["mail.queued", "mail.received", "mail.undeliverable"],
  personalData: mailPersonalData,
  withoutPersonalData: {
    mail_suppressions:
      "Only a hash of the address; it outlives an erasure so that an address that refused mail is not written to again.",
    installation_mails: "About accounts, not people of an organisation; erased with the account.",
  },
});
