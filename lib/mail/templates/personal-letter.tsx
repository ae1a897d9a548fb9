import { Img } from "@react-email/components";
import { Fragment } from "react";
import type { Brand } from "@/lib/mail/branding";
import { LetterFrame, Paragraph, SmallPrint } from "@/lib/mail/templates/letter";

export interface PersonalLetterProps {
  language: string;
  brand: Brand;
  subject: string;
  /** Plain words: an empty line begins a paragraph, a line stays a line. */
  body: string;
  reason: string;
  /** An address whose picture says that the mail was opened; null where nothing is to be noted. */
  openUrl: string | null;
}

/** What a person wrote, in the looks of the organisation: no title, no button. */
export function PersonalLetter({ language, brand, subject, body, reason, openUrl }: PersonalLetterProps) {
  const paragraphs = body.split(/\n[^\S\n]*\n\s*/).filter((paragraph) => paragraph.trim());
  return (
    <LetterFrame
      {...{ language, brand }}
      title={subject}
      preview={(paragraphs[1] ?? paragraphs[0] ?? subject).slice(0, 140)}
      below={<SmallPrint last>{reason}</SmallPrint>}
    >
      {paragraphs.map((paragraph, place) => (
        <Paragraph key={place}>
          {paragraph.split("\n").map((line, row) => (
            <Fragment key={row}>
              {row > 0 ? <br /> : null}
              {line}
            </Fragment>
          ))}
        </Paragraph>
      ))}
      {openUrl ? <Img data-opening="" src={openUrl} alt="" width="1" height="1" style={{ display: "block" }} /> : null}
    </LetterFrame>
  );
}
