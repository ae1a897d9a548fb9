import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { newId } from "@/db/tenant-table";
import { brandOf } from "@/lib/mail/branding";
import { renderMail } from "@/lib/mail/render";
import { SendMail } from "@/lib/mail/schemas";
import { sealBody, sealCalendar } from "@/lib/mail/sealed-body";
import { templateOf, templates, type TemplateKey, type VariablesOf } from "@/lib/mail/templates/registry";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf } from "@/lib/platform/secrets";

/**
 * Writes a mail and puts it into the ledger; it leaves when the transaction has committed. Refused before that when a
 * variable is missing, or when the person has no address. Asked again with the same key it answers with the first mail.
 */
export const sendMail = command({
  name: "mail.send",
  permission: "mail:send",
  input: SendMail,
  example: (world) => ({
    template: "notification" as const,
    variables: templates.notification.example,
    to: { personId: world.consultantId },
    key: "example",
  }),
  async run(context, input) {
    const { tx, organisation, now, record, emit } = context;
    const [known] = await tx
      .select({ id: mailMessages.id })
      .from(mailMessages)
      .where(eq(mailMessages.idempotencyKey, input.key));
    if (known) return { mailId: known.id, queued: false };
    if (templateOf(input.template).realm !== "organisation")
      throw new Refusal("invalid", "This mail is about an account and is not sent by an organisation.", "template");
    const recipient = await recipientOf(context, input.to);
    const mail = await renderMail(input.template, input.variables, {
      brand: brandOf(organisation),
      reader: recipient,
      choicesHref: recipient.personId ? `/${organisation.slug}/profile` : null,
    });
    const id = newId();
    const [row] = await tx
      .insert(mailMessages)
      .values({
        id,
        at: now,
        templateKey: mail.template,
        templateVersion: mail.version,
        personId: recipient.personId,
        toAddress: recipient.address,
        toName: recipient.fullName,
        subject: mail.subject,
        ...sealBody(dataKeyOf(organisation), id, mail),
        ...sealCalendar(dataKeyOf(organisation), id, input.calendar),
        reason: mail.reason,
        idempotencyKey: input.key,
        nextAttemptAt: now,
        entity: input.about?.entity ?? null,
        entityId: input.about?.id ?? null,
        threadKey: input.thread ?? `mail:${id}`,
        searchKey: nameKey(`${mail.subject} ${recipient.fullName ?? ""} ${recipient.address}`),
      })
      .returning();
    record("mail", null, auditOf(row!));
    emit("mail.queued", { mailId: id });
    return { mailId: id, queued: true };
  },
});

/**
 * The same for other commands, with the variables checked by the compiler. Their own rules have allowed it, so the mail goes
 * out as the organisation.
 */
export function queueMail<Key extends TemplateKey>(
  context: CommandContext,
  mail: Omit<z.input<typeof SendMail>, "template" | "variables"> & { template: Key; variables: VariablesOf<Key> },
): Promise<{ mailId: string; queued: boolean }> {
  return context.callAsSystem(sendMail, mail as z.input<typeof SendMail>);
}

/** What audit keeps of a mail: to whom and what about, never what stood in it. */
export const auditOf = (row: typeof mailMessages.$inferSelect) => ({
  id: row.id,
  direction: row.direction,
  personId: row.personId,
  toAddress: row.toAddress,
  templateKey: row.templateKey,
  entity: row.entity,
  entityId: row.entityId,
  status: row.status,
});

async function recipientOf({ tx, organisation }: CommandContext, to: z.output<typeof SendMail>["to"]) {
  const home = { locale: organisation.locale, timeZone: organisation.timeZone };
  if ("address" in to) {
    const { address, name = null, timeZone = home.timeZone } = to;
    return { ...home, timeZone, personId: null, address, fullName: name, name };
  }
  const [person] = await tx.select().from(people).where(eq(people.id, to.personId));
  if (!person || person.deletedAt) throw notFound("this person");
  if (!person.email) throw new Refusal("state", `${person.name} has no mail address.`, "to");
  return {
    locale: person.locale ?? home.locale,
    timeZone: person.timeZone ?? home.timeZone,
    personId: person.id,
    address: person.email,
    fullName: person.name,
    name: person.calledName ?? person.name.split(/\s+/)[0] ?? person.name,
  };
}
