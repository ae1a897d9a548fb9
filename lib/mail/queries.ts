import "server-only";
import { and, asc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { fileContents, files } from "@/db/schema/files";
import { mailAttachments, mailMessages } from "@/db/schema/mail";
import { brandOf, installationBrand } from "@/lib/mail/branding";
import { renderMail } from "@/lib/mail/render";
import { withoutOpening } from "@/lib/mail/rules/without-opening";
import { OneMail, PreviewMail } from "@/lib/mail/schemas";
import { templateOf } from "@/lib/mail/templates/registry";
import { openBody } from "@/lib/mail/sealed-body";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { query } from "@/lib/platform/operation";
import { env } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";

/** Which mails an actor may see: all, or those to and from the person. */
export function visibleMail(actor: OrganisationActor): SQL {
  const scopes = scopesOf(actor, "mailbox:read");
  if (scopes.has("all")) return isNull(mailMessages.deletedAt);
  const personId = personIdOf(actor);
  if (!scopes.has("own") || !personId) return sql`false`;
  return and(eq(mailMessages.personId, personId), isNull(mailMessages.deletedAt))!;
}

const mailStates = ["waiting", "gone", "undelivered"] as const;
type MailState = (typeof mailStates)[number];

/** Which statuses of a mail a person looks for as one. */
const statusesOf: Record<MailState, string[]> = {
  waiting: ["queued", "claimed"],
  gone: ["sent", "delivered"],
  undelivered: ["failed", "refused", "suppressed"],
};
const isMailState = (text: string): text is MailState => (mailStates as readonly string[]).includes(text);

/** The mailbox: everything that went out and came in, newest first. */
export const mailList = list({
  name: "mail.list",
  permission: "mailbox:read",
  key: sql`${mailMessages.id}`,
  defaultSort: { column: "at", descending: true },
  columns: [
    { key: "subject", kind: "text", value: sql`${mailMessages.subject}`, second: "correspondent" },
    {
      key: "correspondent",
      kind: "text",
      defaultVisible: false,
      value: sql`case when ${mailMessages.direction} = 'in' then coalesce(${mailMessages.fromName}, ${mailMessages.fromAddress})
                 else coalesce(${mailMessages.toName}, ${mailMessages.toAddress}) end`,
    },
    {
      key: "address",
      kind: "text",
      value: sql`case when ${mailMessages.direction} = 'in' then ${mailMessages.fromAddress} else ${mailMessages.toAddress} end`,
    },
    { key: "direction", kind: "text", value: sql`${mailMessages.direction}`, defaultVisible: false },
    { key: "at", kind: "datetime", value: sql`${mailMessages.at}`, sortable: true },
    { key: "status", kind: "status", value: sql`${mailMessages.status}` },
    { key: "read", kind: "boolean", value: sql`${mailMessages.readAt} is not null`, defaultVisible: false },
  ],
  filters: [
    {
      key: "direction",
      kind: "choice",
      options: ["out", "in"],
      condition: (value) => inArray(mailMessages.direction, readChoice(value)),
    },
    {
      key: "state",
      kind: "choice",
      options: mailStates,
      condition: (value) =>
        inArray(
          mailMessages.status,
          readChoice(value).flatMap((state) => (isMailState(state) ? statusesOf[state] : [])),
        ),
    },
  ],
  text: [sql`${mailMessages.searchKey}`],
  source: ({ actor }) => ({ from: sql`${mailMessages}`, where: visibleMail(actor) }),
  href: (id) => `/mailbox/${id}`,
});

/** One mail with its body, its state, and the other mails of its thread, oldest first. */
export const oneMail = query({
  name: "mail.one",
  permission: "mailbox:read",
  input: OneMail,
  example: (world) => ({ mailId: world.mailId }),
  async run({ tx, actor, organisation }, { mailId }) {
    const [row] = await tx
      .select()
      .from(mailMessages)
      .where(and(eq(mailMessages.id, mailId), visibleMail(actor)));
    if (!row) throw notFound("this mail");
    const thread = await tx
      .select({
        id: mailMessages.id,
        at: mailMessages.at,
        subject: mailMessages.subject,
        direction: mailMessages.direction,
        fromName: mailMessages.fromName,
        toName: mailMessages.toName,
      })
      .from(mailMessages)
      .where(and(or(eq(mailMessages.threadKey, row.threadKey), eq(mailMessages.id, row.id)), visibleMail(actor)))
      .orderBy(asc(mailMessages.at), asc(mailMessages.id))
      .limit(100);
    const attachments = await tx
      .select({
        ...{ fileId: files.id, name: mailAttachments.name, size: fileContents.size, type: fileContents.mediaType },
        gone: sql<boolean>`${files.deletedAt} is not null`,
      })
      .from(mailAttachments)
      .innerJoin(files, eq(files.id, mailAttachments.fileId))
      .innerJoin(fileContents, eq(fileContents.id, files.contentId))
      .where(eq(mailAttachments.mailId, row.id))
      .orderBy(asc(mailAttachments.position));
    const {
      htmlEncrypted,
      textEncrypted,
      calendarEncrypted: _calendar,
      searchKey: _searchKey,
      claimedBy: _claimedBy,
      ...shown
    } = row;
    const body = openBody(dataKeyOf(organisation), { id: row.id, htmlEncrypted, textEncrypted });
    // Where mails stay in the mailbox, who looks there is who got it.
    if (body.html !== null && env.MAIL_TRANSPORT !== "mailbox") body.html = withoutOpening(body.html);
    return { ...shown, ...body, attachments, thread: thread.filter(({ id }) => id !== row.id) };
  },
});

/** A kind of mail with its example, as the asking person would get it. */
export const previewMail = query({
  name: "mail.preview",
  permission: "mailbox:read",
  input: PreviewMail,
  example: () => ({ template: "invitation" as const }),
  async run({ actor, organisation }, { template }) {
    const person = actor.kind === "person" ? actor : null;
    return renderMail(template, templateOf(template).example, {
      brand: templateOf(template).realm === "organisation" ? brandOf(organisation) : installationBrand(),
      reader: {
        name: person?.name.split(/\s+/)[0] ?? null,
        locale: person?.locale ?? organisation.locale,
        timeZone: person?.timeZone ?? organisation.timeZone,
      },
      choicesHref: `/${organisation.slug}/profile`,
    });
  },
});
