import "server-only";
import { and, inArray, isNull, ne } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { queueMail } from "@/lib/mail/send";
import { defaultOf } from "@/lib/notifications/kinds";
import type { Notice } from "@/lib/notifications/notify";
import { textOf } from "@/lib/notifications/text";
import { publish } from "@/lib/platform/live";
import type { CommandContext } from "@/lib/platform/operation";

/** One sentence for one person. */
export type OneNotice = Omit<Notice, "personIds" | "mail" | "about"> & { personId: string };

/** How many sentences stand in a mail; it says how many more there are. */
const mostInMail = 20;

/** How many rows go into one statement. */
const atOnce = 1000;

/**
 * Tells many people much at once, in a few statements however many there are: in the app one by one, by mail all that concerns a person together. For
 * sweeps: each cause is claimed in the caller's transaction, so that nobody is told twice.
 */
export async function notifyMany(
  context: CommandContext,
  notices: readonly OneNotice[],
  /** Where the mail leads that tells of several, below the organisation. */
  overview: string,
): Promise<void> {
  if (notices.length === 0) return;
  const { tx, organisation, now } = context;
  const readers = await tx
    .select()
    .from(people)
    .where(
      and(
        inArray(people.id, [...new Set(notices.map(({ personId }) => personId))]),
        ne(people.status, "deactivated"),
        isNull(people.deletedAt),
      ),
    );
  const usual = new Map(
    await Promise.all(
      [...new Set(notices.map(({ kind }) => kind))].map(async (kind) => [kind, await defaultOf(kind)] as const),
    ),
  );
  const rows: (typeof notifications.$inferInsert)[] = [];
  for (const person of readers) {
    const own = notices.filter(({ personId }) => personId === person.id);
    const by = (way: "app" | "mail") =>
      own.filter(({ kind }) => (person.notificationChoices[kind] ?? usual.get(kind))?.[way]);
    rows.push(
      ...by("app").map(({ kind, data, href, dedupeKey }) => ({
        personId: person.id,
        kind,
        data,
        href,
        dedupeKey,
        at: now,
      })),
    );
    const mailed = by("mail");
    if (mailed.length > 0 && person.email) {
      const reader = {
        locale: person.locale ?? organisation.locale,
        timeZone: person.timeZone ?? organisation.timeZone,
      };
      const texts = await Promise.all(mailed.slice(0, mostInMail).map((notice) => textOf(notice, reader)));
      const home = `/${organisation.slug}`;
      await queueMail(context, {
        ...(mailed.length === 1
          ? { template: "notification" as const, variables: { text: texts[0]!, href: home + mailed[0]!.href } }
          : { template: "digest" as const, variables: { count: mailed.length, texts, href: home + overview } }),
        to: { personId: person.id },
        key: `notifications:${mailed[0]!.dedupeKey}:${person.id}`,
      });
    }
  }
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insert(notifications)
      .values(rows.slice(start, start + atOnce))
      .onConflictDoNothing();
  for (const personId of new Set(rows.map((row) => row.personId)))
    await publish(tx, { organisationId: organisation.id, personId, topic: "notifications" });
}
