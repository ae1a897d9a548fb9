import "server-only";
import { and, inArray, isNull, ne } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { queueMail } from "@/lib/mail/send";
import type { TemplateKey, VariablesOf } from "@/lib/mail/templates/registry";
import { defaultOf } from "@/lib/notifications/kinds";
import { textOf, type NotificationData } from "@/lib/notifications/text";
import { publish } from "@/lib/platform/live";
import type { CommandContext } from "@/lib/platform/operation";

/** A mail of its own for a kind, instead of the sentence by mail; with what it says to the reader's calendar. */
export type NotificationMail = {
  [Key in TemplateKey]: { template: Key; variables: VariablesOf<Key> };
}[TemplateKey] & { calendar?: { method: "REQUEST" | "CANCEL"; content: string } };

/** Who is told, as they read: the language and zone that they chose, or the organisation's. */
export interface NotifiedPerson {
  id: string;
  name: string;
  email: string;
  locale: string;
  timeZone: string;
}

export interface Notice {
  personIds: readonly string[];
  /** `<module>.<name>`, declared in the module's manifest; its words are `<module>.notifications.<name>.text`. */
  kind: string;
  /** Fills the words. */
  data: NotificationData;
  /** Where it leads, below the organisation: `/programmes/…`. */
  href: string;
  /** The same cause tells each person once. */
  dedupeKey: string;
  /** The mail for who chose mail; without it the sentence goes out as it is. Its `href` is a path of the installation. */
  mail?: (person: NotifiedPerson) => NotificationMail | Promise<NotificationMail>;
  /** Of `personIds` those who did it themselves: they get the mail, for their calendar, and no news of it in the app. */
  mailOnly?: readonly string[];
  /** Binds the mails of one matter; each is for itself otherwise. */
  thread?: string;
  about?: { entity: string; id: string };
}

/**
 * Tells people: in the app, by mail, or both, as each of them chose for this kind. Once per cause, however often it is
 * called. Deactivated people and those without an account in the organisation hear nothing in the app; who has no address
 * gets no mail. Part of the caller's transaction.
 */
export async function notify(context: CommandContext, notice: Notice): Promise<void> {
  const { tx, organisation, now, record } = context;
  const ids = [...new Set(notice.personIds)];
  if (ids.length === 0) return;
  const readers = await tx
    .select()
    .from(people)
    .where(and(inArray(people.id, ids), ne(people.status, "deactivated"), isNull(people.deletedAt)));
  const usual = await defaultOf(notice.kind);
  for (const person of readers) {
    const choice = person.notificationChoices[notice.kind] ?? usual;
    if (choice.app && !notice.mailOnly?.includes(person.id)) {
      const [row] = await tx
        .insert(notifications)
        .values({
          personId: person.id,
          kind: notice.kind,
          data: notice.data,
          href: notice.href,
          at: now,
          dedupeKey: notice.dedupeKey,
        })
        .onConflictDoNothing()
        .returning();
      // Told before: a no-op, which says that nothing was forgotten and leaves no trace.
      const told = row && { id: row.id, personId: row.personId, kind: row.kind };
      record("notification", row ? null : { id: person.id }, told ?? { id: person.id });
      if (row) {
        await publish(tx, { organisationId: organisation.id, personId: person.id, topic: "notifications" });
      }
    }
    if (choice.mail && person.email) {
      const reader = {
        locale: person.locale ?? organisation.locale,
        timeZone: person.timeZone ?? organisation.timeZone,
      };
      const mail = (await notice.mail?.({ id: person.id, name: person.name, email: person.email, ...reader })) ?? {
        template: "notification" as const,
        variables: { text: await textOf(notice, reader), href: `/${organisation.slug}${notice.href}` },
      };
      await queueMail(context, {
        ...mail,
        to: { personId: person.id },
        key: `notification:${notice.dedupeKey}:${person.id}`,
        ...(notice.about ? { about: notice.about } : {}),
        ...(notice.thread ? { thread: notice.thread } : {}),
      });
    }
  }
}
