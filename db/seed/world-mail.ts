import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import type { Transaction } from "@/db/client";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { sealBody, sealCalendar } from "@/lib/mail/sealed-body";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";

/** A mail that arrived, one that did not, and a notification to the consultant. */
export async function seedMailWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const key = dataKeyOf(await organisationOfTransaction(tx));
  const mail = (id: string, toAddress: string, subject: string) => ({
    id,
    at: worldMoment,
    createdAt: worldMoment,
    templateKey: "notification",
    templateVersion: 1,
    toAddress,
    subject,
    ...sealBody(key, id, { html: `<p>${subject}</p>`, text: `${subject}\n` }),
    reason: "You get this mail because you chose to be told by mail.",
    idempotencyKey: `world:${id}`,
    attempts: 1,
    transport: "mailbox",
    settledAt: worldMoment,
    threadKey: `mail:${id}`,
    searchKey: `${subject.toLowerCase()} ${toAddress}`,
  });
  await tx.insert(mailMessages).values([
    {
      ...mail(ids.mailId, `executive@${slug}.example`, "Your programme is ready"),
      personId: worldId(slug, "person/executive"),
      toName: "Robin Executive",
      status: "delivered",
    },
    {
      ...mail(ids.invitationMailId, `executive@${slug}.example`, "Booked: Coaching"),
      ...sealCalendar(key, ids.invitationMailId, {
        method: "REQUEST",
        content: `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:${ids.sessionId}@sessions.landfall\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      }),
      ...{ personId: worldId(slug, "person/executive"), toName: "Robin Executive", status: "delivered" },
      ...{ entity: "booked-session", entityId: ids.sessionId },
    },
    {
      ...mail(ids.undeliveredMailId, `gone@${slug}.example`, "An address that refused"),
      status: "refused",
      lastErrorCode: "550",
    },
    {
      ...mail(ids.answerMailId, "landfall@localhost", "Re: Your programme is ready"),
      direction: "in",
      personId: worldId(slug, "person/executive"),
      fromAddress: `executive@${slug}.example`,
      fromName: "Robin Executive",
      status: "received",
      inReplyToId: ids.mailId,
    },
  ]);
  await tx.insert(notifications).values({
    id: ids.notificationId,
    personId: ids.consultantId,
    kind: "programmes.task-done",
    data: { name: "Robin Executive", title: "First task" },
    href: `/programmes/${ids.programmeId}`,
    at: worldMoment,
    dedupeKey: "world",
  });
}
