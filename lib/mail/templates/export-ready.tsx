import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { instant, place, template, words } from "@/lib/mail/templates/template";

/** Tells that an export that took long can be fetched. The file itself never travels by mail. */
export const exportReady = template({
  key: "export-ready",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({ exportName: words, rows: z.int().min(0), href: place, expiresAt: instant }),
  example: {
    exportName: "Caseload",
    rows: 34,
    href: "/north-harbour/exports/example",
    expiresAt: "2026-11-28T09:00:00Z",
  },
  stop: "choices",
  body: ({ say }) => (
    <>
      <Paragraph>{say("lead")}</Paragraph>
      <Paragraph>{say("expiry")}</Paragraph>
    </>
  ),
});
