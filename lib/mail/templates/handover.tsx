import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { place, template, words } from "@/lib/mail/templates/template";

/** Tells that another consultant accompanies a programme: the executive, or the consultant who takes over. */
export const handover = template({
  key: "handover",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    /** Who reads it. */
    reader: z.enum(["executive", "consultant"]),
    executiveName: words,
    fromName: words,
    toName: words,
    href: place,
  }),
  example: {
    reader: "executive",
    executiveName: "Ragnhild Thorvaldsen",
    fromName: "Judith Okafor-Lindqvist",
    toName: "Tomás Echeverría Ibáñez",
    href: "/north-harbour/programme",
  },
  stop: "choices",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("kept")}</Paragraph>
    </>
  ),
});
