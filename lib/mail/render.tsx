import "server-only";
import type { z } from "zod";
import type { Brand } from "@/lib/mail/branding";
import { Letter } from "@/lib/mail/templates/letter";
import { templateOf, type TemplateKey } from "@/lib/mail/templates/registry";
import { valuesOf, type MailTemplate } from "@/lib/mail/templates/template";
import { env } from "@/lib/platform/env";
import { languageOf } from "@/lib/platform/i18n/messages";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { Refusal } from "@/lib/platform/refusal";

/** Who reads a mail. `name` as in a greeting; null where we only know the address. */
export interface Reader {
  name: string | null;
  locale: string;
  timeZone: string;
}

export interface RenderedMail {
  template: TemplateKey;
  version: number;
  subject: string;
  html: string;
  text: string;
  reason: string;
}

/**
 * A mail, ready to be sent: subject, HTML, text, and why it comes. Refused as `invalid` when a variable is missing, wrong or
 * unknown: nothing goes out with a blank in it.
 */
export async function renderMail(
  key: TemplateKey,
  variables: unknown,
  frame: { brand: Brand; reader: Reader; choicesHref: string | null },
): Promise<RenderedMail> {
  const template = templateOf(key);
  const given = checked(template, variables);
  const { reader, brand } = frame;
  const t = await translatorFor(reader, "mail");
  const values = { ...valuesOf(given, reader), ...template.values?.(given) };
  const say = (name: string) => t(`templates.${key}.${name}`, values);
  const subject = oneLine(say("subject"));
  const reason = say("reason");
  const letter = (
    <Letter
      language={languageOf(reader.locale)}
      brand={brand}
      preview={say("lead")}
      greeting={reader.name ? t("frame.greeting", { name: reader.name }) : t("frame.greetingUnknown")}
      title={say("title")}
      action={{ label: say("action"), href: `${env.LANDFALL_URL}${String(given.href)}` }}
      fallback={t("frame.fallback")}
      reason={reason}
      stop={t(`frame.stop.${template.stop}`)}
      stopLink={
        template.stop === "choices" && frame.choicesHref
          ? { label: t("frame.stop.choicesLink"), href: `${env.LANDFALL_URL}${frame.choicesHref}` }
          : null
      }
    >
      {template.body({ variables: given, say })}
    </Letter>
  );
  // Loaded when needed: it brings react-dom/server, which no page may carry.
  const { render, toPlainText } = await import("@react-email/render");
  const html = await render(letter);
  return { template: key, version: template.version, subject, html, text: toPlainText(html).trim() + "\n", reason };
}

function checked(template: MailTemplate, variables: unknown): Record<string, unknown> {
  const result = template.variables.safeParse(variables);
  if (result.success) return result.data as Record<string, unknown>;
  const issue = result.error.issues[0] as z.core.$ZodIssue;
  const path = ["variables", ...issue.path].join(".");
  throw new Refusal("invalid", `The mail “${template.key}” cannot be written: ${path} is missing or wrong.`, path);
}

/** A subject stands in a header: one line, and not longer than what clients show. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 200);
