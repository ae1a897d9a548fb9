import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { MailFrame } from "@/components/mail/mail-frame";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { previewMail } from "@/lib/mail/queries";
import { isTemplateKey, templateKeys } from "@/lib/mail/templates/registry";
import { templatesAreShown } from "@/lib/mail/templates-are-shown";
import { notFound } from "@/lib/platform/refusal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail.preview"))("title") };
}

/** Every kind of mail with its example, as the organisation's people would get it. In development and in a demo. */
export default async function TemplatePage({ params, searchParams }: WorkspaceProps<{ template: string }>) {
  const [{ organisation, template: key }, search, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("mail"),
  ]);
  const mail = await readPage(organisation, (context) => {
    if (!isTemplateKey(key) || !templatesAreShown(context.organisation)) throw notFound("this template");
    return context.ask(previewMail, { template: key });
  });
  const asText = search.part === "text";
  const home = `/${organisation}/mailbox`;
  const here = `${home}/templates/${key}`;
  return (
    <>
      <PageHead
        crumbs={[{ href: home, label: t("mailbox.title") }, { label: t("preview.title") }]}
        title={t("preview.title")}
        lede={t("preview.lede")}
      />
      <div className="grid items-start gap-6 beside:grid-cols-[220px_minmax(0,1fr)]">
        <nav aria-label={t("preview.which")}>
          <ul className="flex flex-wrap gap-1 beside:grid">
            {templateKeys.map((each) => (
              <li key={each}>
                <Link
                  href={`${home}/templates/${each}`}
                  aria-current={each === key ? "page" : undefined}
                  className={cn(
                    "block rounded-md px-2.5 py-1.5 text-foreground no-underline hover:bg-muted hover:text-foreground phone:min-h-11 phone:content-center",
                    each === key && "bg-accent font-medium",
                  )}
                >
                  {t(`templates.${each}.name`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section className="grid min-w-0 gap-3">
          <h2 className="font-title text-xl break-words">{mail.subject}</h2>
          <p className="text-sm text-muted-foreground">{t("preview.version", { version: mail.version })}</p>
          <Card className="overflow-hidden">
            <LinkTabs
              className="px-4"
              label={t("mailbox.parts")}
              tabs={[
                { href: here, label: t("mailbox.asPage"), current: !asText },
                { href: `${here}?part=text`, label: t("mailbox.asText"), current: asText },
              ]}
            />
            {asText ? (
              <pre className="px-5 py-4 font-sans text-base break-words whitespace-pre-wrap">{mail.text}</pre>
            ) : (
              <MailFrame html={mail.html} title={t("mailbox.frame", { subject: mail.subject })} />
            )}
          </Card>
        </section>
      </div>
    </>
  );
}
