import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { undoAction } from "../../undo-action";
import { edit, remove } from "../actions";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { TemplateForm } from "@/components/tailoring/sending/template-form";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { oneSendTemplate } from "@/lib/tailoring/sending/template-queries";

export async function generateMetadata() {
  return { title: (await getTranslations("sending.templates"))("one") };
}

/** One letter: its words, how it reads, and what it said before. */
async function SendTemplatePage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("sending.templates");
  const format = await getFormatter();
  const { template, timeZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "tailoring:write")) notFound();
    return { template: await ask(oneSendTemplate, { id }), timeZone: actor.timeZone };
  });
  const { name, subject, body, followUpDays, version, editions } = template;
  const before = editions.slice(1);
  return (
    <>
      <PageHead
        title={name}
        lede={t("edition", { number: template.edition })}
        crumbs={[{ label: t("title"), href: `/${organisation}/send-templates` }, { label: name }]}
        actions={
          <DoButton
            {...{ organisation, input: { id } }}
            act={remove}
            done={t("removed")}
            undo={undoAction}
            then={`/${organisation}/send-templates`}
          >
            <Icon name="trash-2" />
            {t("remove")}
          </DoButton>
        }
      />
      <TemplateForm
        {...{ organisation, save: edit }}
        key={version}
        values={{
          id,
          expectedVersion: version,
          name,
          subject,
          body,
          followUpDays: followUpDays ? String(followUpDays) : "",
        }}
      />
      {before.length > 0 ? (
        <Card className="mt-6 max-w-3xl">
          <CardHeader>
            <CardTitle>{t("before")}</CardTitle>
          </CardHeader>
          <Rows>
            {before.map((edition) => (
              <Row key={edition.number}>
                <details>
                  <summary className="cursor-pointer phone:min-h-11 phone:content-center">
                    {t("editionOf", {
                      ...{ number: edition.number, by: edition.by ?? t("nobody") },
                      on: format.dateTime(edition.at, { dateStyle: "medium", timeZone }),
                    })}
                  </summary>
                  <p className="mt-2 font-medium break-words">{edition.subject}</p>
                  <p className="mt-1 break-words whitespace-pre-line">{edition.body}</p>
                </details>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/send-templates/[id]/page", SendTemplatePage);
