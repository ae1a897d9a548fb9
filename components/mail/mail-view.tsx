import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FileChip } from "@/components/files/file-list";
import { MailFrame } from "@/components/mail/mail-frame";
import { MailStatus } from "@/components/mail/mail-status";
import { whyUndelivered } from "@/components/mail/shown";
import type { OpenMail } from "@/components/mail/types";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";

/** An open mail: to whom, how far it came, what stands in it (as a page or as text), its thread, and the answer. */
export function MailView({
  mail,
  part,
  parts,
  timeZone,
  again,
  reply,
  invitation,
}: {
  mail: OpenMail;
  part: "html" | "text";
  /** Addresses of the two forms of the mail. */
  parts: { html: string; text: string };
  timeZone: string;
  /** The way to send it again, where there is one. */
  again?: ReactNode;
  reply?: ReactNode;
  /** The ways to answer, where it is an invitation. */
  invitation?: ReactNode;
}) {
  const t = useTranslations("mail.mailbox");
  const undelivered = ["failed", "refused", "suppressed"].includes(mail.status);
  return (
    <article aria-label={mail.subject} className="grid gap-4">
      <header className="grid gap-1">
        <h2 className="font-title text-xl break-words">{mail.subject}</h2>
        <p className="break-words text-muted-foreground">
          {mail.incoming ? t("answerOf") : t("to")} <bdi className="text-foreground">{mail.correspondent}</bdi>
          {mail.correspondent === mail.address ? null : <bdi> · {mail.address}</bdi>}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted-foreground">
          <MailStatus status={mail.status} />
          <Moment value={mail.at} show="time" timeZone={timeZone} />
        </p>
      </header>
      {undelivered ? (
        <Notice icon="circle-alert" tone={mail.status === "suppressed" ? "warn" : "bad"} action={again}>
          <b>{t(`why.${whyUndelivered(mail)}`)}</b>{" "}
          {mail.errorCode === "restored" ? null : t("code", { code: mail.errorCode ?? "–" })}
        </Notice>
      ) : null}
      {mail.status === "filed" || mail.status === "unmatched" ? (
        <Notice icon={mail.status === "filed" ? "message-square" : "circle-help"}>
          {t(mail.status === "filed" && mail.calendar ? "became.calendar" : `became.${mail.status}`)}
        </Notice>
      ) : null}
      <Card className="overflow-hidden">
        {mail.html ? (
          <LinkTabs
            className="px-4"
            label={t("parts")}
            tabs={[
              { href: parts.html, label: t("asPage"), current: part === "html" },
              { href: parts.text, label: t("asText"), current: part === "text" },
            ]}
          />
        ) : null}
        {mail.html && part === "html" ? (
          <MailFrame html={mail.html} title={t("frame", { subject: mail.subject })} />
        ) : (
          <pre className="px-5 py-4 font-sans text-base break-words whitespace-pre-wrap">
            {mail.text ?? t("erased")}
          </pre>
        )}
      </Card>
      {mail.calendar ? (
        <Notice icon="calendar-days" action={invitation}>
          <b>{t(`calendar.${mail.calendar as "REQUEST"}`)}</b> {t("calendarText")}
        </Notice>
      ) : null}
      {mail.attachments.length > 0 ? (
        <section>
          <h3 className="mb-1.5 text-sm font-semibold">{t("attachments")}</h3>
          <ul className="flex flex-wrap gap-2">
            {mail.attachments.map(({ id, name, size, href }) => (
              <li key={id} className="max-w-full">
                {href ? <FileChip {...{ name, size, href }} /> : <bdi className="text-muted-foreground">{name}</bdi>}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {mail.thread.length > 0 ? (
        <section>
          <h3 className="mb-1.5 text-sm font-semibold">{t("thread")}</h3>
          <ul className="grid gap-1">
            {mail.thread.map((other) => (
              <li key={other.id} className="text-sm">
                <Link href={other.href} scroll={false} className="phone:inline-flex phone:min-h-11 phone:items-center">
                  {other.subject}
                </Link>{" "}
                <span className="text-muted-foreground">
                  {other.incoming ? t("answer") : t("mail")} · <Moment value={other.at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {reply ? <section className="border-t border-border pt-4">{reply}</section> : null}
    </article>
  );
}
