import "server-only";
import type { z } from "zod";
import type { Brand } from "@/lib/mail/branding";
import type { SendLetter } from "@/lib/mail/schemas";
import { PersonalLetter } from "@/lib/mail/templates/personal-letter";
import { env } from "@/lib/platform/env";
import { languageOf } from "@/lib/platform/i18n/messages";
import { translatorFor } from "@/lib/platform/i18n/translator";

type Written = Pick<z.output<typeof SendLetter>, "subject" | "body" | "sender" | "openPath">;

/** A letter of a person, ready to be sent: the words as they are, in the looks of the organisation, as HTML and as text. */
export async function renderLetter(
  { subject, body, sender, openPath }: Written,
  { brand, locale }: { brand: Brand; locale: string },
): Promise<{ subject: string; html: string; text: string; reason: string }> {
  const t = await translatorFor({ locale }, "mail");
  const reason = t("letter.reason", { sender: sender.name, organisation: brand.name });
  // Loaded when needed: it brings react-dom/server, which no page may carry.
  const { render } = await import("@react-email/render");
  const html = await render(
    <PersonalLetter
      {...{ subject, body, brand, reason }}
      language={languageOf(locale)}
      openUrl={openPath ? `${env.LANDFALL_URL}${openPath}` : null}
    />,
  );
  return { subject: subject.replace(/\s+/g, " "), html, text: `${body.trim()}\n\n-- \n${reason}\n`, reason };
}
