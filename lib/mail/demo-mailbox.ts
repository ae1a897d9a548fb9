import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { answerInvitation } from "@/lib/mail/answer-invitation";
import { replyToMail } from "@/lib/mail/commands";
import { installationMail, latestInstallationMails } from "@/lib/mail/installation";
import { mailList, oneMail } from "@/lib/mail/queries";
import type { WebhookActor } from "@/lib/platform/actor";
import { ask, askTogether, execute } from "@/lib/platform/execute";
import { env } from "@/lib/platform/env";
import { nameKey } from "@/lib/platform/keys";
import { readList } from "@/lib/platform/list";
import type { ListRow } from "@/lib/platform/list-types";
import { notFound } from "@/lib/platform/refusal";

/** Where mails about accounts stand, beside the slugs of organisations. No slug begins with a dash. */
export const accountsPlace = "-";

/** Whether the mailbox of a demo stands open to who has not signed in: invited people have no account yet. */
export const demoMailboxIsOpen = (): boolean => env.LANDFALL_DEMO && env.MAIL_TRANSPORT === "mailbox";

/** A row of the demo's mailbox with where it stands. */
export interface DemoMailRow {
  place: string;
  organisation: string | null;
  row: ListRow;
}

const most = 40;

/** The newest mails of all demo organisations and about accounts, newest first. Refused as not found outside of a demo. */
export async function demoMails(q: string): Promise<DemoMailRow[]> {
  assertOpen();
  const words = nameKey(q).split(" ").filter(Boolean);
  const ofOrganisations = (await demoOrganisations()).map(async ({ id, slug, name }) => {
    const page = await askTogether(actorOf(id), (context) => readList(context, mailList, { q, limit: most }));
    return page.rows.map((row): DemoMailRow => ({ place: slug, organisation: name, row }));
  });
  const aboutAccounts = (await latestInstallationMails(200))
    .filter(({ subject, toName, toAddress }) => {
      const searched = nameKey(`${subject} ${toName ?? ""} ${toAddress}`);
      return words.every((word) => searched.includes(word));
    })
    .slice(0, most)
    .map(({ id, at, subject, toName, toAddress, status }): DemoMailRow => ({
      place: accountsPlace,
      organisation: null,
      row: {
        id,
        cells: {
          subject,
          correspondent: toName ?? toAddress,
          direction: "out",
          at: at.toISOString(),
          status,
          read: true,
        },
      },
    }));
  return [...(await Promise.all(ofOrganisations)).flat(), ...aboutAccounts]
    .sort((a, b) => new Date(String(b.row.cells.at)).getTime() - new Date(String(a.row.cells.at)).getTime())
    .slice(0, most);
}

/** One mail of the demo with its body; refused as not found outside of a demo. */
export async function demoMail(place: string, mailId: string) {
  assertOpen();
  if (place === accountsPlace) {
    const mail = await installationMail(mailId);
    if (!mail) throw notFound("this mail");
    const none = { fromName: null, fromAddress: null, thread: [], attachments: [], calendarMethod: null };
    return { ...mail, ...none, direction: "out" };
  }
  return ask(oneMail, actorOf(await demoOrganisation(place)), { mailId });
}

/** Answers a mail of a demo organisation as its recipient. */
export async function answerDemoMail(
  place: string,
  input: { mailId: string; key: string; text: string },
): Promise<{ mailId: string }> {
  assertOpen();
  return (await execute(replyToMail, actorOf(await demoOrganisation(place)), input)).output;
}

/** Answers an invitation of a demo organisation as its recipient. */
export async function answerDemoInvitation(
  place: string,
  input: { mailId: string; key: string; answer: "accepted" | "tentative" | "declined" },
): Promise<{ mailId: string }> {
  assertOpen();
  return (await execute(answerInvitation, actorOf(await demoOrganisation(place)), input)).output;
}

function assertOpen(): void {
  if (!demoMailboxIsOpen()) throw notFound("this page");
}

/** Who answers has proved nothing but that this is a demo. */
const actorOf = (organisationId: string): WebhookActor => ({ kind: "webhook", organisationId, source: "mailbox" });

const demoOrganisations = () =>
  acrossIdentity((tx) =>
    tx
      .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
      .from(organisations)
      .where(and(eq(organisations.demo, true), isNull(organisations.suspendedAt)))
      .orderBy(asc(organisations.slug)),
  );

async function demoOrganisation(slug: string): Promise<string> {
  const found = (await demoOrganisations()).find((organisation) => organisation.slug === slug);
  if (!found) throw notFound("this organisation");
  return found.id;
}
