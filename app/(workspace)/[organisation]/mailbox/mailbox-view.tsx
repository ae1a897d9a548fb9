import "server-only";
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { answer, markRead, reply, sendAgain } from "./actions";
import { ActionButton } from "@/components/forms/action-button";
import { readListAddress } from "@/components/data-table/url-state";
import { PageHead } from "@/components/frame/page-head";
import { InvitationAnswer } from "@/components/mail/invitation-answer";
import { MailFilters } from "@/components/mail/mail-filters";
import { MailList } from "@/components/mail/mail-list";
import { MailView } from "@/components/mail/mail-view";
import { addressOf, MailboxLayout } from "@/components/mail/mailbox-layout";
import { itemOf, openMailOf } from "@/components/mail/shown";
import { MarkRead } from "@/components/mail/mark-read";
import { ReplyForm } from "@/components/mail/reply-form";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { readPage } from "@/lib/entry/page";
import { mailList, oneMail } from "@/lib/mail/queries";
import { templatesAreShown } from "@/lib/mail/templates-are-shown";
import { may } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { readList, type ListState } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

export type MailboxSearch = Record<string, string | string[] | undefined>;

/** The mailbox of an organisation, with a mail open in it or none. */
export async function MailboxView({
  organisation,
  search,
  mailId,
}: {
  organisation: string;
  search: MailboxSearch;
  mailId: string | null;
}) {
  const t = await getTranslations("mail.mailbox");
  const { q = "", filters: asked, ...place } = readListAddress(search);
  const chosen = Object.entries(asked).filter(([key]) => mailList.filters.some((filter) => filter.key === key));
  const kept = Object.fromEntries(chosen.map(([key, value]) => [`f.${key}`, value]));
  const part = search.part === "text" ? "text" : "html";
  const data = await readPage(organisation, async (context) => ({
    mail: mailId ? await context.ask(oneMail, { mailId: idOf(mailId) }) : null,
    page: await pageOf(context, { q, filters: Object.fromEntries(chosen), limit: 30 }, place),
    mayAnswer: may(context.actor, "mailbox:write") && env.MAIL_TRANSPORT === "mailbox",
    maySend: may(context.actor, "mail:send"),
    timeZone: context.actor.timeZone,
    showTemplates: templatesAreShown(context.organisation),
  }));
  const home = `/${organisation}/mailbox`;
  const { after, before } = place;
  const addressTo = (id: string) => addressOf(`${home}/${id}`, { ...kept, q, after, before });
  const { page } = data;
  const mail =
    data.mail && openMailOf(data.mail, { mail: addressTo, file: (id) => `/api/files/${organisation}/${id}` });
  const words = await getTranslations("mail.filters");
  const filters = mailList.filters.map(({ key, options = [] }) => ({
    key,
    label: words(`${key}.label`),
    options: options.map((value) => ({ value, label: words(`${key}.options.${value}`) })),
  }));
  return (
    <>
      <PageHead
        title={t("title")}
        lede={env.MAIL_TRANSPORT === "mailbox" ? t("ledeKept") : t("ledeSent")}
        className={mailId ? "phone:hidden" : ""}
        actions={data.showTemplates ? <LinkButton href={`${home}/templates`}>{t("templates")}</LinkButton> : null}
      />
      <MailboxLayout
        place={{ home, q, kept }}
        tabs={<MailFilters home={home} q={q} kept={kept} filters={filters} />}
        list={
          <MailList
            items={page.rows.map((row) => itemOf(row, addressTo(row.id)))}
            openId={mailId}
            searched={q !== "" || chosen.length > 0}
          />
        }
        pages={
          page.before || page.next ? (
            <nav aria-label={t("pages")} className="mt-3 flex justify-end gap-2">
              {page.before ? (
                <Button asChild>
                  <Link href={addressOf(home, { ...kept, q, before: page.before })}>{t("newer")}</Link>
                </Button>
              ) : null}
              {page.next ? (
                <Button asChild>
                  <Link href={addressOf(home, { ...kept, q, after: page.next })}>{t("older")}</Link>
                </Button>
              ) : null}
            </nav>
          ) : null
        }
      >
        {mail && data.mail ? (
          <>
            {data.mail.readAt ? null : <MarkRead mark={markRead.bind(null, organisation, { mailId: mail.id })} />}
            <MailView
              mail={mail}
              part={part}
              parts={{
                html: addressTo(mail.id),
                text: addressOf(`${home}/${mail.id}`, { ...kept, q, after, before, part: "text" }),
              }}
              timeZone={data.timeZone}
              again={
                data.maySend ? (
                  <ActionButton
                    size="small"
                    action={sendAgain.bind(null, organisation, { mailId: mail.id })}
                    done={t("sentAgain")}
                  >
                    <Icon name="rotate-cw" size="small" />
                    {t("sendAgain")}
                  </ActionButton>
                ) : null
              }
              invitation={
                data.mayAnswer && mail.calendar === "REQUEST" && !mail.incoming ? (
                  <InvitationAnswer mailId={mail.id} answer={answer.bind(null, organisation)} />
                ) : null
              }
              reply={
                data.mayAnswer && !mail.incoming ? (
                  <ReplyForm
                    mailId={mail.id}
                    replyKey={randomUUID()}
                    name={mail.correspondent}
                    reply={reply.bind(null, organisation)}
                  />
                ) : null
              }
            />
          </>
        ) : null}
      </MailboxLayout>
    </>
  );
}

/** What stands in an address may be anything; what is no id is no mail. */
function idOf(text: string): string {
  if (!z.uuid().safeParse(text).success) throw notFound("this mail");
  return text;
}

/** A place in the list that is none (another filter, a hand-made address) is its beginning. */
async function pageOf(context: QueryContext, state: ListState, { after, before }: { after?: string; before?: string }) {
  try {
    return await readList(context, mailList, { ...state, after, before });
  } catch (error) {
    if (!(error instanceof Refusal) || error.details.field !== "after") throw error;
    return readList(context, mailList, state);
  }
}
