import "server-only";
import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { answer, answerInvitation } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { InvitationAnswer } from "@/components/mail/invitation-answer";
import { MailList } from "@/components/mail/mail-list";
import { MailView } from "@/components/mail/mail-view";
import { addressOf, MailboxLayout } from "@/components/mail/mailbox-layout";
import { ReplyForm } from "@/components/mail/reply-form";
import { itemOf, openMailOf } from "@/components/mail/shown";
import { accountsPlace, demoMail, demoMailboxIsOpen, demoMails } from "@/lib/mail/demo-mailbox";
import { Refusal } from "@/lib/platform/refusal";

const home = "/mailbox";

/** The open mailbox of a demo, with a mail open in it or none. */
export async function DemoMailbox({
  search,
  open,
}: {
  search: Record<string, string | string[] | undefined>;
  open: { place: string; mailId: string } | null;
}) {
  if (!demoMailboxIsOpen()) notFound();
  const t = await getTranslations("mail");
  const q = (Array.isArray(search.q) ? search.q[0] : search.q)?.slice(0, 200) ?? "";
  const part = search.part === "text" ? "text" : "html";
  const [rows, mail] = await Promise.all([demoMails(q), open ? mailOrNotFound(open) : null]);
  const addressTo = (place: string, id: string) => addressOf(`${home}/${place}/${id}`, { q });
  const shown = mail && open ? openMailOf(mail, { mail: (id) => addressTo(open.place, id), file: () => null }) : null;
  return (
    <>
      <PageHead title={t("mailbox.demoTitle")} lede={t("mailbox.demoLede")} className={open ? "phone:hidden" : ""} />
      <MailboxLayout
        place={{ home, q, kept: {} }}
        list={
          <MailList
            items={rows.map(({ place, organisation, row }) =>
              itemOf(row, addressTo(place, row.id), organisation ?? t("mailbox.accounts")),
            )}
            openId={open?.mailId ?? null}
            searched={q !== ""}
          />
        }
      >
        {shown && open ? (
          <MailView
            mail={shown}
            part={part}
            parts={{
              html: addressTo(open.place, shown.id),
              text: addressOf(`${home}/${open.place}/${shown.id}`, { q, part: "text" }),
            }}
            timeZone="UTC"
            invitation={
              shown.calendar === "REQUEST" && !shown.incoming ? (
                <InvitationAnswer mailId={shown.id} answer={answerInvitation.bind(null, open.place)} />
              ) : null
            }
            reply={
              open.place === accountsPlace || shown.incoming ? null : (
                <ReplyForm
                  mailId={shown.id}
                  replyKey={randomUUID()}
                  name={shown.correspondent}
                  reply={answer.bind(null, open.place)}
                />
              )
            }
          />
        ) : null}
      </MailboxLayout>
    </>
  );
}

async function mailOrNotFound({ place, mailId }: { place: string; mailId: string }) {
  if (!z.uuid().safeParse(mailId).success) notFound();
  try {
    return await demoMail(decodeURIComponent(place), mailId);
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
