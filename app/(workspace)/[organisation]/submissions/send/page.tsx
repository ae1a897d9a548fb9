import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { preview, send } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { SendForm } from "@/components/tailoring/sending/send-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { toSend } from "@/lib/tailoring/sending/queries";
import { mostSubmissions } from "@/lib/tailoring/sending/schemas";
import { sendTemplatesThere } from "@/lib/tailoring/sending/template-queries";

export async function generateMetadata() {
  return { title: (await getTranslations("sending.form"))("title") };
}

/** Sends the tailored resumes of the submissions that the address names (`ids`), with their newest versions. */
async function SendPage({ params, searchParams }: WorkspaceProps) {
  const [{ organisation }, search] = await Promise.all([params, searchParams]);
  const t = await getTranslations("sending.form");
  const submissions = await getTranslations("tailoring.submissions");
  const format = await getFormatter();
  const asked = idsOf(search.ids);
  const ids = asked.slice(0, mostSubmissions);
  const left = asked.length - ids.length;
  const { data, templates, timeZone, from } = await readPage(organisation, async (context) => ({
    templates: await context.ask(sendTemplatesThere, {}),
    data: ids.length > 0 ? await context.ask(toSend, { submissionIds: ids }) : null,
    timeZone: context.actor.timeZone,
    from: `${context.actor.name}, ${context.organisation.name}`,
  }));
  const sendables = data?.sendables ?? [];
  if (data && sendables.length === 0) notFound();
  const [one] = sendables;
  const back = sendables.length === 1 && one ? `/${organisation}/submissions/${one.submissionId}` : null;
  const day = (at: Date) => format.dateTime(at, { day: "numeric", month: "short", timeZone });
  return (
    <>
      <PageHead
        title={t("title")}
        lede={
          sendables.length === 1 && one
            ? t("ledeOne", { name: one.name, title: one.title })
            : t("ledeMany", { count: sendables.length })
        }
        crumbs={[
          { label: submissions("title"), href: `/${organisation}/submissions` },
          ...(back && one ? [{ label: one.name, href: back }] : []),
          { label: t("title") },
        ]}
      />
      {left > 0 ? (
        <Notice icon="info" className="mb-5">
          {t("left", { most: mostSubmissions, left })}
        </Notice>
      ) : null}
      {data && !data.sender?.address ? (
        <Notice icon="circle-alert" tone="bad">
          {t("noSender")}
        </Notice>
      ) : data && sendables.some(({ versions }) => versions.length > 0) ? (
        <SendForm
          {...{ organisation, send, preview, from }}
          mayNoteOpenings={data.openings}
          suppressed={data.suppressed.map((address) => address.toLowerCase())}
          templates={templates.map(({ id, name, subject, body, followUpDays }) => ({
            id,
            name,
            subject,
            body,
            followUpDays,
          }))}
          items={sendables.map(({ submissionId, personId, requirementId, name, title, vendor, values, versions }) => {
            const [newest] = versions;
            const hash = newest?.files.find(({ kind }) => kind === "clean")?.sha256;
            return {
              ...{ submissionId, personId, requirementId, name, title, vendor, values },
              version: newest
                ? {
                    ...{ id: newest.id, number: newest.number },
                    files: newest.files.map(({ kind, name: called, size }) => ({ kind, name: called, size })),
                  }
                : null,
              before: data.before
                .filter((sent) => sent.submissionId === submissionId && sent.contentHash === hash)
                .map((sent) => ({ recipientKey: sent.recipientKey, on: day(sent.sentAt) })),
            };
          })}
        />
      ) : (
        <Card>
          <Empty
            icon="send"
            title={t("empty")}
            action={
              <LinkButton variant="primary" href={back ?? `/${organisation}/submissions`}>
                {back ? t("toSubmission") : t("toSubmissions")}
              </LinkButton>
            }
          >
            {t("emptyText")}
          </Empty>
        </Card>
      )}
    </>
  );
}

/** What stands in an address may be anything; what is no id is left out. */
const idsOf = (given: string | string[] | undefined): string[] => [
  ...new Set(
    [given]
      .flat()
      .flatMap((text) => text?.split(",") ?? [])
      .filter((id) => z.uuid().safeParse(id).success),
  ),
];

export default withMessages("(workspace)/[organisation]/submissions/send/page", SendPage);
